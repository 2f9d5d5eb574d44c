import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { mainFile } from './city/bench-city.js';
import { flagshipQuery } from './city/flagship-query.js';
import { putUnderLoad } from './load/put-under-load.js';
import { residentMemory } from './measure/resident-memory.js';
import { type Peer, startPeer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { writeResults } from './report/write-results.js';

// How long the platform takes until it answers, on an empty DATA_DIR and on a loaded one, and how much memory it holds. See bench/README.md.
const load = { connections: 16, answers: 1_000 };
/** 新厂街道 of the sample city, the township that the query benchmark chooses too. */
const township = '360203002';

interface Start {
  readonly seconds: number;
  readonly residentBytes: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-start-'));
  const before = machine();
  try {
    const first = await serving(folder, () => Promise.resolve());
    const later = await serving(folder, (platform) => askManyTimes(platform, folder));
    report({ first: first.start, later: later.start, afterQueriesBytes: later.residentBytes }, before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the platform over `folder`, does `work` with it, and stops it; the memory it held is taken when it was ready and after the work. */
async function serving(
  folder: string,
  work: (platform: Peer) => Promise<void>,
): Promise<{ readonly start: Start; readonly residentBytes: number }> {
  const began = performance.now();
  const platform = await startPeer({
    program: process.execPath,
    args: [mainFile, 'serve'],
    environment: { DATABASE_URL: '', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' },
    ready: /GraphQL\s+(http\S+)/,
  });
  try {
    const start = { seconds: (performance.now() - began) / 1000, residentBytes: residentMemory(platform.pid) };
    await work(platform);
    return { start, residentBytes: residentMemory(platform.pid) };
  } finally {
    await platform.stop();
  }
}

async function askManyTimes({ url }: Peer, folder: string): Promise<void> {
  const bodyFile = join(folder, 'flagship.json');
  writeFileSync(bodyFile, JSON.stringify({ query: flagshipQuery, variables: { township } }));
  await putUnderLoad(url, bodyFile, load);
}

function report(found: { readonly first: Start; readonly later: Start; readonly afterQueriesBytes: number }, before: object): void {
  const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
  printTable(
    ['', 'until ready', 'resident memory'],
    [
      ['first start (empty DATA_DIR)', `${found.first.seconds.toFixed(1)} s`, mebibytes(found.first.residentBytes)],
      ['later start', `${found.later.seconds.toFixed(1)} s`, mebibytes(found.later.residentBytes)],
      [`after ${load.answers} flagship queries`, '', mebibytes(found.afterQueriesBytes)],
    ],
  );
  writeResults('start', { measuredAt: new Date().toISOString(), ...found, before, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
