import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mainFile, onIndex, openBenchCity } from './city/bench-city.js';
import { keepAsking } from './intake/answering.js';
import { copySeconds } from './intake/copy-peer.js';
import { importFile, type ImportRun } from './intake/import-run.js';
import { writeMattersFile } from './intake/matters-file.js';
import { writePolygonsFile } from './intake/polygons-file.js';
import { startPeer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { writeResults } from './report/write-results.js';

// Files of offices, from the file to the index, against COPY of the same rows; the server answers meanwhile. See bench/README.md.
const full = process.env['SCALE'] === 'full';
const sizes = full ? { matters: 1_000_000, units: 100_000 } : { matters: 50_000, units: 5_000 };
const pack = process.env['CITY_PACK'] ?? 'data/jingdezhen';

interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly first: ImportRun;
  readonly again: ImportRun;
  /** Seconds of `COPY`; null where the file is no table. */
  readonly copySeconds: number | null;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-intake-'));
  const before = machine();
  const city = await openBenchCity();
  const server = await startPeer({
    program: process.execPath,
    args: [mainFile, 'serve'],
    environment: { DATABASE_URL: city.indexUrl, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' },
    ready: /GraphQL\s+(http\S+)\/graphql/,
  });
  try {
    const answering = keepAsking(server.url);
    const files = [
      await matters(folder, city.indexUrl, false),
      await matters(folder, city.indexUrl, true),
      await polygons(folder, city.indexUrl),
    ];
    report(files, await answering.stop(), before);
  } finally {
    await server.stop();
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function matters(folder: string, indexUrl: string, withHistory: boolean): Promise<Measured> {
  const path = join(folder, withHistory ? 'matters-2.csv' : 'matters-1.csv');
  await writeMattersFile({ pack, path, rows: sizes.matters, withHistory });
  return measured({ name: withHistory ? 'matters with all steps' : 'matters as they stand', path, rows: sizes.matters }, indexUrl, {
    office: 'urban-management',
    copy: () => copySeconds(indexUrl, path),
  });
}

async function polygons(folder: string, indexUrl: string): Promise<Measured> {
  const path = join(folder, 'estate.geojson');
  writePolygonsFile({ path, units: sizes.units });
  return measured({ name: 'units with polygons', path, rows: sizes.units }, indexUrl, { office: 'housing', copy: null });
}

async function measured(
  { name, path, rows }: { readonly name: string; readonly path: string; readonly rows: number },
  indexUrl: string,
  { office, copy }: { readonly office: string; readonly copy: (() => Promise<number>) | null },
): Promise<Measured> {
  const copied = copy === null ? null : await copy();
  const first = await importFile(indexUrl, office, path);
  await onIndex(indexUrl, (client) => client.query('checkpoint'));
  const again = await importFile(indexUrl, office, path);
  return { name, rows, megabytes: statSync(path).size / 1e6, first, again, copySeconds: copied };
}

function report(files: readonly Measured[], answering: Awaited<ReturnType<ReturnType<typeof keepAsking>['stop']>>, before: object): void {
  printTable(
    ['', 'rows', 'MB', 'rows/s', 'COPY rows/s', 'of COPY', 'again', 'peak MiB'],
    files.map(({ name, rows, megabytes, first, again, copySeconds: copied }) => [
      name,
      rows,
      megabytes.toFixed(0),
      (rows / first.seconds).toFixed(0),
      copied === null ? '' : (rows / copied).toFixed(0),
      copied === null ? '' : `${(copied / first.seconds).toFixed(3)}x`,
      `${(again.seconds / first.seconds).toFixed(2)}x`,
      Math.round(Math.max(first.peakBytes, again.peakBytes) / 2 ** 20),
    ]),
  );
  const { p50, p99, longest, asked } = answering;
  console.log(
    `\nThe server answered /livez meanwhile: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms (${asked} asked).`,
  );
  writeResults('intake', { measuredAt: new Date().toISOString(), full, files, answering, before, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
