import type { Matter } from '../../matters/index.js';

/** Where a stream begins: with what happens from now on, or with how everything stands. */
export const streamBegins = ['NOW', 'SNAPSHOT'] as const;

/** One of {@link streamBegins}. */
export type StreamBegin = (typeof streamBegins)[number];

/** A part of the state that a stream opens with: matters that meet its conditions. */
export interface MatterSnapshot {
  readonly typeName: 'MatterSnapshot';
  readonly matters: readonly Matter[];
  /** 1 for the first. */
  readonly part: number;
  /** Then the heartbeat behind it names the cursor that the state belongs to. */
  readonly isLast: boolean;
}
