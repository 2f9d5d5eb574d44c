import { usualYellow } from '../clocks/index.js';

/** The three lights of a deadline. */
export const lights = ['GREEN', 'YELLOW', 'RED'] as const;

/** One of {@link lights}. */
export type Light = (typeof lights)[number];

/** A deadline and from when on it is near. */
export interface Deadline {
  readonly dueAt: Date;
  /** From when on the light is yellow: as the clock says that gives the deadline, in its own working time. */
  readonly yellowAt: Date;
}

/** What the light of a matter depends on. */
export interface DeadlineFacts {
  readonly dueAt: Date | null;
  readonly yellowAt: Date | null;
  readonly closedAt: Date | null;
}

const hourMs = 3_600_000;

/** RED once the deadline has passed, YELLOW from `yellowAt` on, GREEN before; a closed matter keeps the light of the moment it was closed in, RED or GREEN; without a deadline the light is GREEN. */
export function lightOf({ dueAt, yellowAt, closedAt }: DeadlineFacts, now: Date): Light {
  if (dueAt === null) return 'GREEN';
  if ((closedAt ?? now) > dueAt) return 'RED';
  return closedAt === null && yellowAt !== null && now >= yellowAt ? 'YELLOW' : 'GREEN';
}

/**
 * The deadline that an office set without telling by which limit: yellow while at most 20 % of the time since the report or 2 hours remain,
 * rest days counted like others, as nobody knows whether they count. No national threshold for yellow is known; both numbers are local.
 */
export function deadlineAsTold(reportedAt: Date, dueAt: Date): Deadline {
  const left = Math.max((dueAt.getTime() - reportedAt.getTime()) * usualYellow.share, usualYellow.hours * hourMs);
  return { dueAt, yellowAt: new Date(dueAt.getTime() - left) };
}
