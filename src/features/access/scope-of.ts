import { createHash } from 'node:crypto';

import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { Principal, Role } from '../../kernel/principal.js';
import { cityOwner, type DataClass, dataClasses, type Jurisdiction, type Owner, type Reading, type Scope } from '../../kernel/scope.js';
import { rightsOfRole } from './role-rights.js';
import { holdsOn, type SharingGrant } from './sharing/sharing-grant.js';

/** What a scope must know of the city as it stands. */
export interface Places {
  readonly cityCode: DivisionCode;
  /** The level of a division of today; null where there is none of that code. */
  readonly levelOf: (code: DivisionCode) => 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'COMMUNITY' | null;
  /** Uuid of the all-elements grid of a code; null where there is none today. */
  readonly gridUuidOf: (code: SourceId) => string | null;
}

/** Who asks, for what, where and when. */
export interface Asking {
  readonly principal: Principal;
  /** The purpose that was stated with the request; null for none. */
  readonly purpose: string | null;
  readonly places: Places;
  readonly day: CalendarDate;
}

/** What the offices have agreed. */
export interface Agreements {
  readonly offices: readonly DepartmentCode[];
  /** Those of them whose matters may be accusations. */
  readonly sealing: readonly DepartmentCode[];
  readonly grants: readonly SharingGrant[];
}

/**
 * Works out what a principal may see: the classes of its role, of the owners that it acts for or that share with it, in its divisions.
 * An office sees its own data and what is granted to it; whoever acts for the city as a whole sees every office's, as the common loop
 * needs it, except what an office withholds. What is shared on condition is seen for the purposes of the grant only.
 */
export function scopeOf(asking: Asking, agreements: Agreements): Scope {
  const { principal, places } = asking;
  const open = {
    jurisdiction: jurisdictionOf(principal.divisions, places),
    gridUuids: principal.grids.length === 0 ? null : principal.grids.flatMap((code) => places.gridUuidOf(code) ?? []).sort(),
    readings: Object.fromEntries(
      dataClasses.map((dataClass) => [dataClass, readingOf(dataClass, asking, agreements)]),
    ) as Scope['readings'],
    organisation: rightsOfRole[principal.role].reads.includes('MATTERS') ? principal.organisation : null,
    sealedHidden: sealedHiddenFrom(principal, agreements),
  };
  return { ...open, key: createHash('sha256').update(JSON.stringify(open)).digest('base64url').slice(0, 22) };
}

const gridStaff: readonly Role[] = ['GRID_WORKER', 'COMMUNITY_STAFF'];

/** Who works among the people that petition, and are petitioned about, sees no sealed petition and no count of them, save in the office itself. */
function sealedHiddenFrom({ role, department }: Principal, { sealing }: Agreements): readonly DepartmentCode[] {
  return gridStaff.includes(role) ? sealing.filter((office) => office !== department).sort() : [];
}

const nothing: Reading = { owners: [], conditional: [] };
const everything: Reading = { owners: null, conditional: [] };

function readingOf(dataClass: DataClass, asking: Asking, { offices, grants }: Agreements): Reading {
  const { role, department } = asking.principal;
  if (!rightsOfRole[role].reads.includes(dataClass)) return nothing;
  const own = department ?? cityOwner;
  const held = grants.filter(
    (grant) => grant.to === own && grant.from !== own && grant.dataClass === dataClass && holdsOn(grant, asking.day),
  );
  if (department === null && held.every(({ attribute }) => attribute === 'UNCONDITIONAL')) return everything;
  const seen = held.filter((grant) => isMet(grant, asking.purpose));
  const given = new Set(held.map(({ from }) => from));
  const ungranted = department === null ? [...offices, cityOwner].filter((owner) => !given.has(owner)) : [own];
  return {
    owners: sorted([...ungranted, ...seen.map(({ from }) => from)]),
    conditional: sorted(seen.flatMap(({ attribute, from }) => (attribute === 'CONDITIONAL' ? [from] : []))),
  };
}

function isMet({ attribute, purposes }: SharingGrant, purpose: string | null): boolean {
  if (attribute === 'CONDITIONAL') return purpose !== null && purposes.includes(purpose);
  return attribute === 'UNCONDITIONAL';
}

function jurisdictionOf(divisions: readonly DivisionCode[], { cityCode, levelOf }: Places): Jurisdiction | null {
  if (divisions.includes(cityCode)) return null;
  const at = (level: ReturnType<Places['levelOf']>): readonly DivisionCode[] => sorted(divisions.filter((code) => levelOf(code) === level));
  return { counties: at('COUNTY'), townships: at('TOWNSHIP'), communities: at('COMMUNITY') };
}

function sorted(owners: readonly Owner[]): readonly Owner[] {
  return [...new Set(owners)].sort();
}
