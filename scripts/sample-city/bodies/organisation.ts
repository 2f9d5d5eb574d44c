import type { Place } from '../plane/plane.js';

/** A body that keeps registers, handles matters or is simply there. */
export interface Organisation {
  /** Credit code, right by its check digits and plainly invented. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'DEPARTMENT' | 'GOVERNMENT' | 'COMMITTEE' | 'CENTRE' | 'PARTY' | 'ENTERPRISE' | 'SOCIAL' | 'SCHOOL';
  readonly level: 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'COMMUNITY' | 'NONE';
  readonly division: string;
  readonly parent: string;
  /** The office that it represents; empty for bodies of no office. */
  readonly office: string;
  readonly place: Place;
  /** What it is within its level, e.g. `urban-management`; empty where nobody looks it up. */
  readonly role: string;
}
