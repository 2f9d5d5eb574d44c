import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { Acting, AuditEntry } from '../../access/index.js';
import type { ExportWish } from './export-wish.js';
import type { WishedPart } from './part-table.js';

/** The line of the audit log that tells of an export: whose data, which parts, how many records of each. */
export function exportLine(
  { principal, requestId }: Acting,
  { code }: DepartmentDefinition,
  { wish, wished }: { readonly wish: ExportWish; readonly wished: readonly WishedPart[] },
): AuditEntry {
  const { format, encoding, headers, purpose } = wish;
  const parts = Object.fromEntries(wished.map(({ name, kept }) => [name, kept.rows]));
  const what = { format, headers, ...(format === 'csv' ? { encoding } : {}), parts };
  return { by: principal, kind: 'EXPORT', act: 'exportOffice', office: code, what, outcome: 'DONE', purpose, rule: 'operator', requestId };
}
