/** The three lights of a deadline. */
export const lights = ['GREEN', 'YELLOW', 'RED'] as const;

/** One of {@link lights}. */
export type Light = (typeof lights)[number];

/** What the light of a matter depends on. */
export interface DeadlineFacts {
  readonly reportedAt: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
}

/** Yellow begins when this share of the limit remains. */
export const yellowShare = 0.2;
/** Yellow begins when so many hours remain, if that is earlier. */
export const yellowHours = 2;
const yellowMs = yellowHours * 3_600_000;

/**
 * RED once the deadline has passed, YELLOW while at most 20 % of the limit or 2 hours remain, GREEN otherwise.
 * A closed matter keeps the light of the moment it was closed in, RED or GREEN; without a deadline the light is GREEN.
 * No national threshold for yellow is known; both numbers are local.
 */
export function lightOf(matter: DeadlineFacts, now: Date): Light {
  if (matter.dueAt === null) return 'GREEN';
  const remaining = matter.dueAt.getTime() - (matter.closedAt ?? now).getTime();
  if (remaining < 0) return 'RED';
  if (matter.closedAt !== null) return 'GREEN';
  const limit = matter.dueAt.getTime() - matter.reportedAt.getTime();
  return remaining <= Math.max(limit * yellowShare, yellowMs) ? 'YELLOW' : 'GREEN';
}
