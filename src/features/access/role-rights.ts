import type { Principal, Role } from '../../kernel/principal.js';
import type { DataClass } from '../../kernel/scope.js';

/** What a role may do beside reading. */
export const acts = [
  'REPORT',
  'HANDLE',
  'DISPATCH',
  'VERIFY',
  'SUPERVISE',
  'MAP',
  'REDRAW',
  'DECLARE',
  'SHARE',
  'REVEAL',
  'SUPPLY',
  'KEYS',
  'AUDIT',
] as const;

/**
 * One of {@link acts}: REPORT a new matter, HANDLE and DISPATCH matters, VERIFY what was
 * done, SUPERVISE, MAP units to units (links, lineage), REDRAW grids, DECLARE codes,
 * ids and duties, SHARE an office's data, REVEAL sealed text, SUPPLY records, manage KEYS, read the AUDIT log.
 */
export type Act = (typeof acts)[number];

/** What a role may see and do, within the office and the divisions of whoever has it. */
export interface RoleRights {
  readonly reads: readonly DataClass[];
  readonly acts: readonly Act[];
  /** Whether it may send any document within the limits, or only those that the house keeps. */
  readonly documents: 'FREE' | 'TRUSTED';
}

const inTheField: readonly DataClass[] = ['MATTERS', 'ELEMENTS', 'POSTS'];
const inTheOffice: readonly DataClass[] = ['MATTERS', 'ELEMENTS', 'COUNTS', 'POSTS', 'OWN_FIELDS'];
const withIntake: readonly DataClass[] = [...inTheOffice, 'INTAKE'];

/** The rights of every role. The three administrators see none of the city's data, and none of them does another's work. */
export const rightsOfRole: Readonly<Record<Role, RoleRights>> = {
  GRID_WORKER: { reads: inTheField, acts: ['REPORT', 'VERIFY'], documents: 'TRUSTED' },
  COMMUNITY_STAFF: { reads: inTheOffice, acts: ['REPORT', 'HANDLE', 'VERIFY'], documents: 'TRUSTED' },
  TOWNSHIP_DISPATCHER: { reads: inTheOffice, acts: ['REPORT', 'HANDLE', 'DISPATCH', 'VERIFY', 'REDRAW'], documents: 'TRUSTED' },
  GOVERNANCE_CENTRE: { reads: inTheOffice, acts: ['REPORT', 'HANDLE', 'DISPATCH', 'VERIFY', 'SUPERVISE'], documents: 'TRUSTED' },
  HOTLINE: { reads: ['MATTERS', 'ELEMENTS', 'POSTS'], acts: ['REPORT', 'DISPATCH', 'VERIFY'], documents: 'TRUSTED' },
  DEPARTMENT_HANDLER: { reads: inTheOffice, acts: ['REPORT', 'HANDLE', 'REVEAL'], documents: 'TRUSTED' },
  DEPARTMENT_SYSTEM: { reads: withIntake, acts: ['REPORT', 'HANDLE', 'SUPPLY', 'MAP'], documents: 'FREE' },
  GRID_OFFICE: { reads: withIntake, acts: ['REPORT', 'DISPATCH', 'SUPERVISE', 'MAP', 'REDRAW', 'DECLARE', 'SHARE'], documents: 'TRUSTED' },
  DATA_STEWARD: { reads: withIntake, acts: ['REPORT', 'MAP', 'REDRAW', 'DECLARE', 'SHARE'], documents: 'TRUSTED' },
  SUPERVISOR: { reads: inTheOffice, acts: ['REPORT', 'SUPERVISE'], documents: 'TRUSTED' },
  ANALYST: { reads: withIntake, acts: ['REPORT'], documents: 'FREE' },
  SCREEN: { reads: inTheOffice, acts: [], documents: 'TRUSTED' },
  SYSTEM_ADMINISTRATOR: { reads: ['INTAKE'], acts: [], documents: 'TRUSTED' },
  SECURITY_ADMINISTRATOR: { reads: [], acts: ['KEYS'], documents: 'TRUSTED' },
  AUDITOR: { reads: [], acts: ['AUDIT'], documents: 'TRUSTED' },
};

/** The roles that are always of one office: without it they would act for the city as a whole, and see every office's data. */
const rolesOfAnOffice: ReadonlySet<Role> = new Set<Role>(['DEPARTMENT_HANDLER', 'DEPARTMENT_SYSTEM']);

/** Whether a role asks for an office that is not given. */
export function lacksOffice({ role, department }: Pick<Principal, 'role' | 'department'>): boolean {
  return department === null && rolesOfAnOffice.has(role);
}

/** What a machine may be let do at most: it hands over and relates records, but takes no decision that an office answers for. */
const actsOfMachines: readonly Act[] = ['REPORT', 'HANDLE', 'DISPATCH', 'SUPPLY', 'MAP'];

/** The acts that a principal may do: those of its role, of them only what a machine may where it is one, and only what its credential is for. */
export function actsOf({ role, kind, credential }: Pick<Principal, 'role' | 'kind' | 'credential'>): readonly Act[] {
  const { acts: ofRole } = rightsOfRole[role];
  const ofKind = kind === 'MACHINE' ? ofRole.filter((act) => actsOfMachines.includes(act)) : ofRole;
  return ofKind.filter((act) => credential.acts?.includes(act) ?? true);
}
