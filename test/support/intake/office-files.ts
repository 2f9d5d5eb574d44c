import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Layout } from '../../../src/features/intake/index.js';
import { type OfficeFile, type OfficeFileWish, openOfficeFile } from '../../../src/features/intake/index.js';
import { quarantined, type QuarantinedRow } from '../../../src/features/intake/rows/refusal.js';
import { isReadable, type SourceRow } from '../../../src/features/intake/rows/source-row.js';
import { CityError } from '../../../src/kernel/city-error.js';

/** What the rows of a file came to. */
export interface RowsRead {
  readonly rows: readonly SourceRow[];
  readonly refused: readonly QuarantinedRow[];
}

/** Files of offices in a folder of their own, which goes with {@link OfficeFiles.remove}. */
export class OfficeFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'allgrid-files-'));
  readonly #open: OfficeFile[] = [];

  /** Writes a file; answers its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Writes and opens a file. */
  async open(name: string, content: string | Uint8Array, wish?: OfficeFileWish): Promise<OfficeFile> {
    const file = await openOfficeFile(this.write(name, content), wish);
    this.#open.push(file);
    return file;
  }

  /** Writes a file and reads every row of its first table. */
  async read(name: string, content: string | Uint8Array, layout: Layout, wish?: OfficeFileWish): Promise<RowsRead> {
    return rowsOf(await this.open(name, content, wish), layout);
  }

  /** Writes a file that cannot be read; answers why. */
  async refusal(name: string, content: string | Uint8Array, layout: Layout, wish?: OfficeFileWish): Promise<CityError> {
    const thrown: unknown = await this.read(name, content, layout, wish).catch((error: unknown) => error);
    if (thrown instanceof CityError) return thrown;
    throw new Error(`Expected ${name} to be refused, got ${JSON.stringify(thrown)?.slice(0, 500)}.`);
  }

  async remove(): Promise<void> {
    for (const file of this.#open) await file.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Every row of one table of a file. */
export async function rowsOf(file: OfficeFile, layout: Layout, table = 0): Promise<RowsRead> {
  const rows: SourceRow[] = [];
  const refused: QuarantinedRow[] = [];
  const { file: told } = file.tables[table]!;
  for await (const row of file.source.rows(told, layout)) {
    if (isReadable(row)) rows.push(row);
    else refused.push(quarantined(told.path, row.number, row.refusal));
  }
  return { rows, refused };
}
