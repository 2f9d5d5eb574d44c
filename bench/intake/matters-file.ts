import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

/** The columns that an export of an office has no history in: its matters are told as they stand. */
const history = 'steps';
const rowsAtOnce = 2_000;

/** What a file of matters is made from. */
export interface MattersFile {
  /** The city pack whose urban-management matters are repeated under new ids. */
  readonly pack: string;
  readonly path: string;
  readonly rows: number;
  /** Whether every matter tells each of its steps. */
  readonly withHistory: boolean;
}

/** Writes a CSV file of matters as urban management would send it. */
export async function writeMattersFile({ pack, path, rows, withHistory }: MattersFile): Promise<void> {
  const [header, ...sample] = await sampleRows(pack);
  const steps = header!.indexOf(history);
  const out = createWriteStream(path);
  out.write(stringify([header!]));
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const batch = Array.from({ length: Math.min(rowsAtOnce, rows - from) }, (_, index) => {
      const cells = [...sample[(from + index) % sample.length]!];
      cells[0] = `B${String(from + index).padStart(9, '0')}`;
      if (!withHistory) cells[steps] = '';
      return cells;
    });
    if (!out.write(stringify(batch))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

async function sampleRows(pack: string): Promise<readonly (readonly string[])[]> {
  const file = createReadStream(join(pack, 'urban-management', 'matters.csv.gz')).pipe(createGunzip());
  const rows: string[][] = [];
  for await (const row of file.pipe(parse()) as AsyncIterable<string[]>) rows.push(row);
  return rows;
}
