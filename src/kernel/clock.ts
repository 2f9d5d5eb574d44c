/** Tells the time, so that tests can set it. */
export interface Clock {
  /** The present instant, UTC. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
