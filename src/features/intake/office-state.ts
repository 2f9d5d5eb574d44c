import type { DepartmentCode } from '../../kernel/ids.js';

/** How an office stands with the platform. */
export const officeStates = ['LIVE', 'STALE', 'DOWN'] as const;

/** One of {@link officeStates}. */
export type OfficeState = (typeof officeStates)[number];

/** What the index knows of an office. */
export interface OfficeStanding {
  readonly department: DepartmentCode;
  /** The index holds everything that the office's front database held then; null before the first time. */
  readonly asOf: Date | null;
}

/** Reads how every office stands; how much of its data there is tell the read models of that data, each by scope. */
export interface OfficeStandings {
  all(): Promise<readonly OfficeStanding[]>;
}

const staleAfterMs = 60_000;

/** DOWN while its feed cannot be followed or its front database is not to be asked, STALE when the index is more than a minute behind, LIVE otherwise. */
export function officeStateOf(asOf: Date | null, failingSince: Date | null, now: Date): OfficeState {
  if (failingSince !== null) return 'DOWN';
  return asOf === null || now.getTime() - asOf.getTime() > staleAfterMs ? 'STALE' : 'LIVE';
}

/** How following an office's feed goes, as far as its lag follows from it. */
export interface LagSources {
  /** The index holds everything that the office held then. */
  readonly asOf: Date | null;
  /** Since when the office cannot be read; null while it can. */
  readonly failingSince: Date | null;
  /** When its feed was last seen to be applied to its end, in this process; null before that. */
  readonly caughtUpAt: Date | null;
  /** Since when the oldest change waits that the index does not hold; null where none does. */
  readonly behindSince: Date | null;
}

/**
 * The age of the oldest change of an office that the index does not hold, in seconds: 0 where it holds them all. While the office cannot
 * be read nobody knows its changes, and the age of what is held takes their place; null before the first time.
 */
export function lagSecondsOf({ asOf, failingSince, caughtUpAt, behindSince }: LagSources, now: Date): number | null {
  const since = (from: Date): number => Math.max(0, (now.getTime() - from.getTime()) / 1_000);
  if (asOf === null) return null;
  if (failingSince !== null) return since(asOf);
  if (behindSince !== null) return since(behindSince);
  return caughtUpAt === null ? since(asOf) : 0;
}
