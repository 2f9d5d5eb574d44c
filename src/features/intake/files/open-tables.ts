import type { FileHandle } from 'node:fs/promises';

import type { ManifestFile } from '../city-pack/manifest.js';
import type { Layout } from '../rows/layouts.js';
import type { ReadRow } from '../rows/source-row.js';
import { openArchive } from './archive/archive.js';
import { zippedTexts } from './archive/zipped-tables.js';
import { bytesOf, type ByteSource } from './byte-source.js';
import { printable } from './display-name.js';
import { encodingOf } from './encoding/detect-encoding.js';
import { fileFault } from './file-fault.js';
import { type FileKind, formatOfText } from './file-kind.js';
import type { OfficeFileWish } from './office-file-wish.js';
import { rowsOfText } from './read-rows.js';
import { decoded } from './read-text.js';
import { readXlsx } from './xlsx/read-xlsx.js';
import { openWorkbook } from './xlsx/workbook.js';

/** A table of an opened file and how its rows are read. */
export interface OpenTable {
  readonly name: string;
  readonly file: ManifestFile;
  rows(file: ManifestFile, layout: Layout): AsyncIterable<ReadRow>;
}

/** An office file that is held open. */
export interface HeldFile {
  readonly handle: FileHandle;
  readonly name: string;
}

/** The tables of a file of one kind. */
export async function openTables(held: HeldFile, kind: FileKind, wish: OfficeFileWish): Promise<readonly OpenTable[]> {
  if (kind === 'xlsx') return sheetTables(held, wish);
  if (kind !== 'zip') return [await textTable(bytesOf(held.handle, held.name), { name: held.name, format: kind }, wish)];
  const tables: OpenTable[] = [];
  for (const { name, bytes } of await zippedTexts(held.handle, held.name)) {
    tables.push(await textTable(bytes, { name, format: formatOfText(name, bytes.name) }, wish));
  }
  return tables;
}

async function textTable(
  bytes: ByteSource,
  { name, format }: { readonly name: string; readonly format: 'csv' | 'geojson' },
  wish: OfficeFileWish,
): Promise<OpenTable> {
  const encoding = await encodingOf(bytes, wish.encoding);
  return {
    name,
    file: { path: bytes.name, format, encoding },
    rows: (file, layout) => rowsOfText(decoded(bytes, encoding), file, layout),
  };
}

async function sheetTables({ handle, name }: HeldFile, wish: OfficeFileWish): Promise<readonly OpenTable[]> {
  const book = await openWorkbook(await openArchive(handle, name), name);
  const sheets = wish.sheet === undefined ? book.sheets : book.sheets.filter((sheet) => sheet.name === wish.sheet);
  if (sheets.length === 0)
    throw noSheet(
      name,
      wish.sheet,
      book.sheets.map((sheet) => sheet.name),
    );
  return sheets.map((sheet) => ({
    name: sheet.name,
    file: { path: `${name}#${printable(sheet.name)}`, format: 'xlsx', sheet: sheet.name },
    rows: (file, layout) => readXlsx(book, file, layout),
  }));
}

function noSheet(name: string, wished: string | undefined, sheets: readonly string[]): Error {
  const there = sheets.length === 0 ? 'none' : sheets.map((sheet) => JSON.stringify(sheet)).join(', ');
  return fileFault({
    file: name,
    message: `expected ${wished === undefined ? 'a sheet' : `a sheet ${JSON.stringify(wished)}`} that is not hidden, the workbook has ${there}.`,
    messageZh: `应有可见的工作表${wished === undefined ? '' : ` ${JSON.stringify(wished)}`}，工作簿中为 ${sheets.length === 0 ? '无' : there}。`,
    hint: 'Name a sheet that is there, or show the hidden one.',
  });
}
