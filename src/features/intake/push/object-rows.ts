import { isPlainText } from '../../../kernel/text.js';
import type { ManifestFile } from '../city-pack/manifest.js';
import { bindColumns, type Binding } from '../rows/bind-columns.js';
import type { Layout } from '../rows/layouts.js';
import type { Refusal } from '../rows/refusal.js';
import type { RowSource } from '../rows/row-source.js';
import { type ReadRow, sourceRow } from '../rows/source-row.js';

/** One record as an office's system sends it: values by canonical field, or by its Chinese header. */
export type ObjectRow = Readonly<Record<string, unknown>>;

/** Under which an object carries the GeoJSON geometry of a unit, beside its Chinese name. */
export const boundaryField = 'boundary';
/** The same as its people write it. */
export const boundaryHeaderZh = '边界';

/** Fields whose cell is a list, which an object may write as one. */
const listFields: ReadonlySet<string> = new Set(['members', 'buildings', 'lead', 'support', 'steps']);

/** Records as a source of rows, numbered from 1; `areDrawn` where they are units, which may carry a boundary. */
export function rowsOfObjects(objects: readonly ObjectRow[], { areDrawn }: { readonly areDrawn: boolean }): RowSource {
  return {
    rows: (file, layout) => readObjects(objects, { file, names: namesOf(layout, areDrawn), binding: bindColumns(file, layout, null) }),
  };
}

/** The texts that stand under some names, entries of lists among them; what is no text is left out. */
export function textsIn(objects: readonly ObjectRow[], names: readonly string[]): readonly string[] {
  const values = objects.flatMap((object) => names.flatMap((name) => (Object.hasOwn(object, name) ? object[name] : [])));
  return values.filter((value) => typeof value === 'string' && isPlainText(value)) as readonly string[];
}

/** How the objects of one batch are read. */
interface Reading {
  readonly file: ManifestFile;
  readonly binding: Binding;
  /** The canonical field by every name that it may have. */
  readonly names: ReadonlyMap<string, string>;
}

async function* readObjects(objects: readonly ObjectRow[], reading: Reading): AsyncGenerator<ReadRow> {
  for (const [index, object] of objects.entries()) yield rowOf(object, index + 1, reading);
}

function namesOf({ required, optional, headersZh }: Layout, areDrawn: boolean): ReadonlyMap<string, string> {
  const fields = [...required, ...optional].flatMap((field) => [field, headersZh?.[field] ?? field].map((name) => [name, field] as const));
  return new Map(areDrawn ? [...fields, [boundaryField, boundaryField], [boundaryHeaderZh, boundaryField]] : fields);
}

function rowOf(object: ObjectRow, number: number, { file, binding, names }: Reading): ReadRow {
  const told = new Map<string, unknown>();
  let fault: Refusal | null = null;
  for (const [name, value] of Object.entries(object)) {
    const field = names.get(name);
    fault ??= faultOf(name, value, { field, isKnown: field !== undefined && told.has(field) });
    if (field !== undefined) told.set(field, Array.isArray(value) ? value.join(';') : value);
  }
  const geometry = object[boundaryField] ?? object[boundaryHeaderZh];
  const row = sourceRow({ file: file.path, number, binding, geometry, valueOf: (name) => told.get(name) });
  return fault === null ? row : { ...row, fault };
}

/** Why an entry of an object cannot be read; names and values are told apart from the field, so that a sealed row shows neither. */
function faultOf(
  name: string,
  value: unknown,
  { field, isKnown }: { readonly field: string | undefined; readonly isKnown: boolean },
): Refusal | null {
  const about = { field: null, value: name, code: 'BAD_USER_INPUT' } as const;
  if (field === undefined)
    return {
      ...about,
      expected: 'only fields that a rule knows',
      remedy: 'Leave the field out, or correct its name; data/README.md names them.',
    };
  if (isKnown) return { ...about, expected: 'each field once', remedy: 'Give the field by one of its names, not by both.' };
  if (field === boundaryField || isCell(value) || (listFields.has(field) && isListCell(value))) return null;
  const isOfNumbers = Array.isArray(value) && value.some((entry) => typeof entry === 'number');
  return {
    field,
    value: null,
    code: isOfNumbers ? 'ID_PRECISION' : 'BAD_USER_INPUT',
    expected: listFields.has(field) ? 'a list of texts without ";" and without blanks around them' : 'a text, a number, true or false',
    remedy: 'Write the value as data/README.md says.',
  };
}

function isCell(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isListCell(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && /^[^;\s](?:[^;]*[^;\s])?$/.test(entry));
}
