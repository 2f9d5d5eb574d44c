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
