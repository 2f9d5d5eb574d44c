import type { DepartmentCode } from '../../kernel/ids.js';
import { dataClasses, type Scope } from '../../kernel/scope.js';
import { readsOwner } from '../../kernel/within-scope.js';

/** How an office stands, known from memory: an answer tells of it without another statement. */
export interface KnownOffice {
  readonly state: string;
  /** Everything that the office's front database held then is in the index; null before the first time. */
  readonly asOf: Date | null;
}

/** How offices stand at this moment; null for one that this city does not have. */
export type OfficesNow = (department: DepartmentCode) => KnownOffice | null;

/** Whether a scope is told how far an office's records reach: not where it reads none of them, as in `departments`. */
export function isToldOf(scope: Scope, department: DepartmentCode): boolean {
  return dataClasses.some((dataClass) => readsOwner(scope, dataClass, department));
}
