import type { DepartmentCode } from './ids.js';
import type { Scope } from './scope.js';

/** An office whose records an answer holds, and whether any of them was older than its caller wanted and was answered all the same. */
export interface OfficeAnswered {
  readonly department: DepartmentCode;
  readonly isStale: boolean;
}

// As with what is read on condition: every request and every delivery has a scope of its own.
const answered = new WeakMap<Scope, Map<DepartmentCode, boolean>>();

/** Notes that an answer under this scope holds a record of an office; of null for what belongs to no office, nothing is noted. */
export function noteOffice(scope: Scope, department: DepartmentCode | null, isStale = false): void {
  if (department === null) return;
  const offices = answered.get(scope) ?? new Map<DepartmentCode, boolean>();
  if (offices.size === 0) answered.set(scope, offices);
  if (isStale || !offices.has(department)) offices.set(department, isStale);
}

/** The offices whose records the answer under this scope holds so far. */
export function officesAnswered(scope: Scope): readonly OfficeAnswered[] {
  return [...(answered.get(scope) ?? [])].map(([department, isStale]) => ({ department, isStale }));
}
