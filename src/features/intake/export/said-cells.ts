import type { DepartmentDefinition } from '../../../departments/contract.js';
import type { TablePart } from '../office/table-part.js';
import { petitionerColumns } from '../rows/layouts.js';
import type { Cell } from './csv-text.js';
import type { HeaderChoice } from './file-names.js';
import type { Said, SaidRow } from './said-row.js';
import { columnsOf, type TableColumn } from './table-columns.js';

/** Fields that an export never says: who petitioned, which no row of it tells, and what the steps of a matter tell already. */
const unsaid: ReadonlySet<string> = new Set([...petitionerColumns, 'closed_at']);

/** The columns of a part in an export; where a row has its place in a geometry, its coordinates are no columns. */
export function exportColumns(part: TablePart, department: DepartmentDefinition, hasGeometry: boolean): readonly TableColumn[] {
  const isSaid = ({ field, form }: TableColumn): boolean => !unsaid.has(field) && !(hasGeometry && form === 'DEGREES');
  return columnsOf(part, department).filter(isSaid);
}

/** What a column is called. */
export function headerOf({ field, headerZh }: TableColumn, headers: HeaderChoice): string {
  return headers === 'zh' ? headerZh : field;
}

/** A row as cells in the order of the columns; words are those of the headers' language. */
export function cellsOf({ fields }: SaidRow, columns: readonly TableColumn[], headers: HeaderChoice): readonly Cell[] {
  return columns.map((column) => cellOf(fields[column.field] ?? null, column, headers));
}

function cellOf(said: Said, { labelsZh }: TableColumn, headers: HeaderChoice): Cell {
  if (said === null || typeof said === 'number') return said;
  const word = String(said);
  return headers === 'zh' && Object.hasOwn(labelsZh, word) ? labelsZh[word]! : word;
}
