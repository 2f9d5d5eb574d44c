import type { DepartmentDefinition } from '../../../departments/contract.js';
import { contentHash } from '../records.js';
import type { PlannedTable } from './import-plan.js';
import { layoutOf } from './table-part.js';

/** The fingerprint of a table and of how it is read: equal ones bring the same records while nothing else changes them. */
export function fileKeyOf(
  { file, table, part, boundaries }: PlannedTable,
  department: DepartmentDefinition,
  isWholeLayer: boolean,
): string {
  const whole = part.rows === 'UNITS' && isWholeLayer;
  return contentHash([
    file.sha256,
    { ...table.file, path: null },
    part,
    layoutOf(part, department),
    whole,
    boundaries?.file.sha256 ?? null,
  ]);
}
