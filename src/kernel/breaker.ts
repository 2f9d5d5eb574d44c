/** How a source is asked: as ever, not at all, or by one read that finds out whether it is back. */
export const breakerStates = ['CLOSED', 'OPEN', 'HALF_OPEN'] as const;

/** One of {@link breakerStates}. */
export type BreakerState = (typeof breakerStates)[number];

/** How a source stands with those who read it. */
export interface BreakerStanding {
  readonly state: BreakerState;
  /** Since when it is not closed; null while it is. */
  readonly since: Date | null;
  /** From when on one read is let through to find out; null while it is closed. */
  readonly nextTryAt: Date | null;
}
