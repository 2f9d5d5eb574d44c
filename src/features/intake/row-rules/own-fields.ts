import type { OwnField, OwnTable } from '../../../departments/contract.js';
import { addDays } from '../../../kernel/dates.js';
import type { CityRegister } from '../city/city-register.js';
import type { OwnCells } from '../records.js';
import type { SourceRow } from '../rows/source-row.js';
import { optionalBool, optionalInt, optionalNumber, optionalText, optionalWord, refuse } from './cells.js';
import { optionalOrganisation } from './references.js';
import { optionalDate } from './time-cells.js';

/** What reading own fields needs. */
export interface OwnTerms {
  readonly register: CityRegister;
  /** Days by which dates move: those of matters move with the matter, those of units stay. */
  readonly shiftDays: number;
}

/** The values of an office's own fields in one row, by column. */
export function ownCells(row: SourceRow, table: OwnTable, terms: OwnTerms): OwnCells {
  return Object.fromEntries(table.fields.map((field) => [field.column, ownCell(row, field, terms)]));
}

function ownCell(row: SourceRow, field: OwnField, terms: OwnTerms): OwnCells[string] {
  const value = readerOf(field, terms)(row, field.column);
  if (value === null && field.required)
    return refuse(row, field.column, { expected: `a value (${field.headerZh})`, remedy: 'Fill the cell.' });
  return value;
}

function readerOf({ kind }: OwnField, { register, shiftDays }: OwnTerms): (row: SourceRow, column: string) => OwnCells[string] {
  if (typeof kind === 'object') return (row, column) => optionalWord(row, column, kind.oneOf);
  switch (kind) {
    case 'int':
      return (row, column) => optionalInt(row, column);
    case 'number':
      return (row, column) => optionalNumber(row, column);
    case 'date':
      return (row, column) => movedDate(row, column, shiftDays);
    case 'bool':
      return (row, column) => optionalBool(row, column);
    case 'organisation':
      return (row, column) => optionalOrganisation(row, column, register);
    case 'text':
      return (row, column) => optionalText(row, column, 2_000);
  }
}

function movedDate(row: SourceRow, column: string, days: number): string | null {
  const date = optionalDate(row, column);
  return date === null ? null : addDays(date, days);
}

/** The same values by property name, as an office's rules read them. */
export function ownValues(cells: OwnCells, table: OwnTable): Readonly<Record<string, unknown>> {
  return Object.fromEntries(table.fields.map((field) => [field.property, cells[field.column] ?? null]));
}

/** The cells as written, by property name, for rules that must judge a row that cannot be read. */
export function writtenValues(row: SourceRow, table: OwnTable): Readonly<Record<string, string>> {
  return Object.fromEntries(table.fields.map((field) => [field.property, row.text(field.column)]));
}
