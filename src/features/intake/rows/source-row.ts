import type { Binding } from './bind-columns.js';
import { CellNote } from './cell-note.js';
import type { Refusal } from './refusal.js';

/** One row of a pack, by canonical fields. */
export interface SourceRow {
  /** Path inside the pack. */
  readonly file: string;
  /** Line of a CSV file at which the row ends (the header is line 1), row of a sheet, or number of a GeoJSON feature from 1. */
  readonly number: number;
  /** The text of a field exactly as the file has it, the office's own words mapped; empty where it is not given. */
  text(field: string): string;
  /** The name under which the file knows a field. */
  nameOf(field: string): string;
  /** The number that stands in a GeoJSON property or a cell of a sheet where text may have been meant; null for anything else. */
  numberIn(field: string): number | null;
  /** Whether a formula made the value of the field. */
  isComputed(field: string): boolean;
  /** Whether the manifest maps the field by name. */
  isMapped(field: string): boolean;
  /** The geometry of a GeoJSON feature, unchecked; undefined in CSV. */
  readonly geometry: unknown;
  /** Why the row cannot be taken whatever its fields say (a cell holds an error, or a number that lost digits); left out where it can. */
  readonly fault?: Refusal;
}

/** A row that could not be told into cells. */
export interface UnreadableRow {
  readonly number: number;
  readonly refusal: Refusal;
  /** True where rows may have been lost with it, so that the file does not speak for the whole of what it lists. */
  readonly endsFile?: boolean;
}

/** What reading a file yields for each row. */
export type ReadRow = SourceRow | UnreadableRow;

/** Whether a row could be told into cells. */
export function isReadable(row: ReadRow): row is SourceRow {
  return !('refusal' in row);
}

/** What a row is made of. */
export interface RowParts {
  readonly file: string;
  readonly number: number;
  readonly binding: Binding;
  /** The raw value under a column or property name; undefined where there is none. */
  readonly valueOf: (name: string) => unknown;
  readonly geometry?: unknown;
  readonly fault?: Refusal | null;
}

/** Makes a row that answers by canonical fields. */
export function sourceRow(parts: RowParts): SourceRow {
  const { binding, valueOf } = parts;
  const cell = (field: string): unknown => {
    const name = binding.constants.has(field) ? undefined : binding.names.get(field);
    return name === undefined ? undefined : valueOf(name);
  };
  const raw = (field: string): unknown => {
    const value = cell(field);
    return value instanceof CellNote ? value.value : value;
  };
  return {
    file: parts.file,
    number: parts.number,
    geometry: parts.geometry,
    ...(parts.fault && { fault: parts.fault }),
    text: (field) => {
      const text = binding.constants.get(field) ?? textOf(raw(field));
      return binding.words.get(field)?.get(text) ?? text;
    },
    nameOf: (field) => binding.names.get(field) ?? field,
    numberIn: (field) => {
      const value = raw(field);
      return typeof value === 'number' ? value : null;
    },
    isComputed: (field) => {
      const value = cell(field);
      return value instanceof CellNote && value.computed;
    },
    isMapped: (field) => binding.mapped.has(field),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
