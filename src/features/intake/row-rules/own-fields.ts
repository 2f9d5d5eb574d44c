import type { OwnField, OwnTable } from '../../../departments/contract.js';
import type { OwnCells } from '../records.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalBool, optionalDate, optionalInt, optionalNumber, optionalText, optionalWord, refuse } from './cells.js';

/** The values of an office's own fields in one row, by column. */
export function ownCells(row: SourceRow, table: OwnTable): OwnCells {
  return Object.fromEntries(table.fields.map((field) => [field.column, ownCell(row, field)]));
}

function ownCell(row: SourceRow, field: OwnField): OwnCells[string] {
  const value = readerOf(field)(row, field.column);
  if (value === null && field.required)
    return refuse(row, field.column, { expected: `a value (${field.headerZh})`, remedy: 'Fill the cell.' });
  return value;
}

function readerOf({ kind }: OwnField): (row: SourceRow, column: string) => OwnCells[string] {
  if (typeof kind === 'object') return (row, column) => optionalWord(row, column, kind.oneOf);
  switch (kind) {
    case 'int':
      return (row, column) => optionalInt(row, column);
    case 'number':
      return (row, column) => optionalNumber(row, column);
    case 'date':
      return (row, column) => optionalDate(row, column);
    case 'bool':
      return (row, column) => optionalBool(row, column);
    case 'text':
      return (row, column) => optionalText(row, column, 2_000);
  }
}

/** The same values by property name, as an office's rules read them. */
export function ownValues(cells: OwnCells, table: OwnTable): Readonly<Record<string, unknown>> {
  return Object.fromEntries(table.fields.map((field) => [field.property, cells[field.column] ?? null]));
}

/** The cells as written, by property name, for rules that must judge a row that cannot be read. */
export function writtenValues(row: SourceRow, table: OwnTable): Readonly<Record<string, string>> {
  return Object.fromEntries(table.fields.map((field) => [field.property, row.text(field.column)]));
}
