import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

import type { ManifestFile } from '../city-pack/manifest.js';
import type { RowSource } from '../rows/row-source.js';
import { bytesOf, chunksOf } from './byte-source.js';
import { displayName } from './display-name.js';
import { encodingOf } from './encoding/detect-encoding.js';
import type { Encoding } from './encoding/encodings.js';
import { fileFault } from './file-fault.js';
import { rowsOfText } from './read-rows.js';
import { decoded } from './read-text.js';

/** What an office declares of a file because the file does not say it itself. */
export interface OfficeFileWish {
  /** Taken at its word, and then held to it strictly. */
  readonly encoding?: Encoding;
}

/** One table of a file: the whole of a CSV or GeoJSON file. */
export interface OfficeTable {
  /** Tells what the table holds; see `partNamed`. */
  readonly name: string;
  readonly file: ManifestFile;
}

/** A file that an office sent, opened: all of it stands still until it is closed. */
export interface OfficeFile {
  /** Safe to be shown, stored and printed. */
  readonly name: string;
  /** Of the file as it lies there, packed or not; hexadecimal. */
  readonly sha256: string;
  /** Size of the file as it lies there. */
  readonly bytes: number;
  readonly tables: readonly OfficeTable[];
  /** Reads the rows of `tables`. */
  readonly source: RowSource;
  close(): Promise<void>;
}

const formats: readonly (readonly [ending: RegExp, format: ManifestFile['format']])[] = [
  [/\.csv(\.gz)?$/i, 'csv'],
  [/\.(geojson|json)(\.gz)?$/i, 'geojson'],
];

/**
 * Opens a file of an office: its format told by its name, its encoding by its bytes.
 * Throws `ENCODING_UNDETECTED`, `FILE_TOO_LARGE`, and `PACK_INVALID` (no such file, another format, damaged), each naming the file.
 */
export async function openOfficeFile(path: string, wish: OfficeFileWish = {}): Promise<OfficeFile> {
  const name = displayName(path);
  const format = formatOf(name);
  const handle = await opened(path, name);
  try {
    const bytes = bytesOf(handle, name);
    const encoding = await encodingOf(bytes, wish.encoding);
    const file: ManifestFile = { path: name, format, encoding };
    return {
      name,
      sha256: await hashOf(handle),
      bytes: (await handle.stat()).size,
      tables: [{ name, file }],
      source: { rows: (table, layout) => rowsOfText(decoded(bytes, encoding), table, layout) },
      close: () => handle.close(),
    };
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
}

function formatOf(name: string): ManifestFile['format'] {
  const found = formats.find(([ending]) => ending.test(name));
  if (found) return found[1];
  throw fileFault({
    file: name,
    message: 'expected a file whose name ends in .csv, .geojson or .json, perhaps followed by .gz.',
    messageZh: '文件名应以 .csv、.geojson 或 .json 结尾（可再加 .gz）。',
    hint: 'Export the table as CSV, or the layer as GeoJSON.',
  });
}

async function opened(path: string, name: string): Promise<FileHandle> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw unopened(name, String((cause as { code?: unknown }).code), cause);
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw unopened(name, 'no regular file', null);
}

function unopened(name: string, why: string, cause: unknown): Error {
  return fileFault({
    file: name,
    message: `expected a file that can be read, got ${why}.`,
    messageZh: `应为可读的文件，实为 ${why}。`,
    hint: 'Check the path and who may read it.',
    cause,
  });
}

async function hashOf(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(handle)) hash.update(chunk);
  return hash.digest('hex');
}
