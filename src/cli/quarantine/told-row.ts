import type { HeldRow } from '../../features/intake/index.js';

/** A refused row as the command line tells it; without a time where that was not kept. */
export interface ToldRow extends Omit<HeldRow, 'quarantinedAt'> {
  readonly quarantinedAt: Date | null;
}

/** Pages of refused rows, newest first. */
export type ToldPages = AsyncIterable<readonly ToldRow[]>;
