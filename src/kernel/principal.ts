import type { DepartmentCode, DivisionCode, SourceId } from './ids.js';

/** The roles of the platform; the last three are apart from each other and from all data (三员分立, GB/T 22239-2019 8.1.4.2 d). */
export const roles = [
  'GRID_WORKER',
  'COMMUNITY_STAFF',
  'TOWNSHIP_DISPATCHER',
  'GOVERNANCE_CENTRE',
  'HOTLINE',
  'DEPARTMENT_HANDLER',
  'DEPARTMENT_SYSTEM',
  'GRID_OFFICE',
  'DATA_STEWARD',
  'SUPERVISOR',
  'ANALYST',
  'SCREEN',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDITOR',
] as const;

/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** What a principal proved who it is with. */
export interface Credential {
  /** NONE: nothing was asked for, as in a demonstration. */
  readonly kind: 'NONE' | 'TOKEN' | 'KEY';
  /** Id of the token or key; never the secret. Empty for NONE. */
  readonly id: string;
  /** From when on it counts no longer; null for never. */
  readonly expiresAt: Date | null;
  /** The acts that may be done with it at most, whatever the role may; all of the role's where left out. */
  readonly acts?: readonly string[];
}

/** Who asks: a person or a machine, what it acts as, and for whom and where. */
export interface Principal {
  /** Stable name, e.g. `demo-analyst`; never a person's. */
  readonly subject: string;
  readonly kind: 'PERSON' | 'MACHINE';
  readonly role: Role;
  /** The office it speaks for; null for the city as a whole. */
  readonly department: DepartmentCode | null;
  /** Code of the organisation that it handles matters for; null for none. */
  readonly organisation: SourceId | null;
  /** Codes of the divisions it acts in; the city's own code means everywhere, none means nowhere. */
  readonly divisions: readonly DivisionCode[];
  /** Codes of the all-elements grids that it is confined to within those divisions; empty for all of them. */
  readonly grids: readonly SourceId[];
  readonly credential: Credential;
}

/** Under which name what a principal uses and does is kept: its office and its stable name, whatever key or token it comes with. */
export function accountOf({ subject, department }: Pick<Principal, 'subject' | 'department'>): string {
  return `${department ?? ''}/${subject}`;
}
