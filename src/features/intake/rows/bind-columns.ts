import type { ManifestFile } from '../city-pack/manifest.js';
import { fileFault } from '../files/file-fault.js';
import type { Layout } from './layouts.js';

/** Where the values of canonical fields stand in a file. */
export interface Binding {
  /** Column or property name by canonical field. */
  readonly names: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, string>;
  /** A file's own words by canonical field. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Canonical fields that the manifest maps by name. */
  readonly mapped: ReadonlySet<string>;
}

// Names that would reach into the prototype of a plain object.
const forbiddenNames = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Binds the canonical fields of a layout to the names of one file. `header` is null for GeoJSON, whose features name their
 * own properties (`properties`, the names that any of them has): those that no field needs are left alone there, while a CSV column that
 * no rule knows is an error.
 */
export function bindColumns(
  file: ManifestFile,
  layout: Layout,
  header: readonly string[] | null,
  properties: readonly string[] = [],
): Binding {
  const canonical = new Set([...layout.required, ...layout.optional]);
  refuseUnknownFields(file, canonical);
  if (header) refuseBadHeader(file, header);
  const names = new Map<string, string>();
  for (const field of canonical) {
    const name = file.columns?.[field] ?? nameIn(header ?? properties, field, layout);
    const constant = file.constants?.[field];
    if (constant === undefined && (header === null || header.includes(name))) names.set(field, name);
    else if (constant === undefined && (file.columns?.[field] !== undefined || layout.required.includes(field))) {
      throw fault(file, `expected a column ${JSON.stringify(name)}, the file has none`, `缺少列 ${JSON.stringify(name)}`);
    }
  }
  if (header) refuseStrayColumns(file, header, names);
  return {
    names,
    constants: new Map(Object.entries(file.constants ?? {})),
    words: wordsOf(file, layout),
    mapped: new Set(Object.keys(file.columns ?? {})),
  };
}

/** A field's own name, or its Chinese header where the file has that one alone. */
function nameIn(header: readonly string[], field: string, { headersZh }: Layout): string {
  const zh = headersZh?.[field];
  return zh !== undefined && !header.includes(field) && header.includes(zh) ? zh : field;
}

/** The words that stand for others: the Chinese ones of the layout, and the office's own of the manifest. */
function wordsOf({ words }: ManifestFile, { labelsZh }: Layout): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const fields = new Set([...Object.keys(labelsZh ?? {}), ...Object.keys(words ?? {})]);
  const ofField = (field: string): ReadonlyMap<string, string> => {
    const chinese = Object.entries(labelsZh?.[field] ?? {}).map(([word, zh]) => [zh, word] as const);
    return new Map([...chinese, ...Object.entries(words?.[field] ?? {})]);
  };
  return new Map([...fields].map((field) => [field, ofField(field)]));
}

function refuseUnknownFields(file: ManifestFile, canonical: ReadonlySet<string>): void {
  const named = [file.columns, file.constants, file.words].flatMap((map) => Object.keys(map ?? {}));
  const stranger = named.find((field) => !canonical.has(field));
  if (stranger === undefined) return;
  throw fault(
    file,
    `the manifest maps ${JSON.stringify(stranger)}, a field that no rule knows`,
    `清单映射了未知字段 ${JSON.stringify(stranger)}`,
  );
}

function refuseBadHeader(file: ManifestFile, header: readonly string[]): void {
  const forbidden = header.find((name) => forbiddenNames.has(name));
  if (forbidden !== undefined) throw fault(file, `no column may be called ${forbidden}`, `列名不得为 ${forbidden}`);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined)
    throw fault(file, `expected each column once, ${JSON.stringify(twice)} stands there twice`, `列 ${JSON.stringify(twice)} 重复`);
}

function refuseStrayColumns(file: ManifestFile, header: readonly string[], names: ReadonlyMap<string, string>): void {
  const known = new Set([...names.values(), ...(file.ignored ?? []), ...Object.keys(file.constants ?? {})]);
  const stray = header.filter((name) => !known.has(name));
  if (stray.length === 0) return;
  const list = stray.map((name) => JSON.stringify(name)).join(', ');
  throw fault(file, `expected only columns that a rule knows, got ${list}`, `有未知的列 ${list}`);
}

function fault(file: ManifestFile, message: string, messageZh: string): Error {
  return fileFault({
    file: file.path,
    message: `${message}.`,
    messageZh: `${messageZh}。`,
    hint: 'Rename the column, map it by `columns`, or name it under `ignored` in manifest.json.',
  });
}
