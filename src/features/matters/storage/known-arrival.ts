import type { MatterArrival } from '../ports.js';

/** An arrival with what the index says of it so far. */
export interface KnownArrival {
  readonly arrival: MatterArrival;
  readonly uuid: string;
  readonly version: number;
  readonly isNew: boolean;
}
