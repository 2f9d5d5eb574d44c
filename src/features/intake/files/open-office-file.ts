import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

import type { ManifestFile } from '../city-pack/manifest.js';
import type { RowSource } from '../rows/row-source.js';
import { chunksOf } from './byte-source.js';
import { displayName } from './display-name.js';
import { fileFault } from './file-fault.js';
import { kindOfFile } from './file-kind.js';
import type { OfficeFileWish } from './office-file-wish.js';
import { openTables } from './open-tables.js';
import { inCityDatum } from './read-rows.js';
import { changedMeanwhile } from './read-text.js';

/** One table of a file: the whole of a CSV or GeoJSON file, a sheet of a workbook, a file of an archive. */
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

/**
 * Opens a file of an office: its kind told by its name, its encoding by its bytes. An archive is judged and a workbook
 * unpacked once before any row is read.
 * Throws `ENCODING_UNDETECTED`, `FILE_TOO_LARGE`, `ARCHIVE_REJECTED` and `PACK_INVALID` (no such file, another kind, damaged),
 * each naming the file.
 */
export async function openOfficeFile(path: string, wish: OfficeFileWish = {}): Promise<OfficeFile> {
  const name = displayName(path);
  const handle = await opened(path, name);
  try {
    const { size, mtimeMs } = await handle.stat();
    const tables = await openTables({ handle, name }, await kindOfFile(handle, name), wish);
    return {
      name,
      sha256: await hashOf(handle),
      bytes: size,
      tables: tables.map((table) => ({ name: table.name, file: { ...table.file, ...(wish.datum && { datum: wish.datum }) } })),
      source: {
        async *rows(file, layout) {
          const table = tables.find((one) => one.file.path === file.path && one.file.sheet === file.sheet)!;
          yield* inCityDatum(table.rows(file, layout), file);
          const now = await handle.stat();
          if (now.size !== size || now.mtimeMs !== mtimeMs) throw changedMeanwhile(name);
        },
      },
      close: () => handle.close(),
    };
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
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
