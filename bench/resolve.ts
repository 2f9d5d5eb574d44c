import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onIndex, openBenchCity } from './city/bench-city.js';
import type { Figures } from './measure/figures.js';
import { admit, askOnce, runRounds, type Schedule, type Starter } from './measure/rounds.js';
import type { Contender } from './peers/contender.js';
import { ours } from './peers/contenders.js';
import { type Peer, startPeer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';
import { type InProcess, resolveInProcess } from './resolve/in-process.js';
import { type AskedId, comparableGrids, fourOffices, resolveQuery, someIds } from './resolve/resolve-question.js';

// Ids of offices resolved to four other offices: in the process, and over HTTP against hand-written SQL. See bench/README.md.
const schedule: Schedule = { load: { connections: 16, seconds: 5 }, warmUpSeconds: 4, rounds: 3 };
const idsOverHttp = 100;

async function main(): Promise<void> {
  const city = await openBenchCity();
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-resolve-'));
  const before = machine();
  try {
    const ids = await onIndex(city.indexUrl, (client) => someIds(client, 10_000));
    const inProcess = await resolveInProcess(city.indexUrl, folder, ids);
    const figures = await overHttp(contenders(city.indexUrl, ids.slice(0, idsOverHttp)), folder);
    report(inProcess, figures, { schedule, idsOverHttp, versions: await onIndex(city.indexUrl, versions), before });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await city.close();
  }
}

function contenders(indexUrl: string, ids: readonly AskedId[]): readonly Contender[] {
  const asking = { body: JSON.stringify({ query: resolveQuery, variables: { ids, to: fourOffices } }), gridsOf: comparableGrids };
  const handWritten = (): Promise<Peer> =>
    startPeer({
      program: process.execPath,
      args: [join(__dirname, 'resolve', 'hand-written-resolve.js'), indexUrl],
      environment: { NODE_ENV: 'production' },
      ready: /^ready (\S+)/,
    });
  return [
    { ...ours({ indexUrl, township: '' }), ...asking },
    { name: 'hand-written SQL', start: handWritten, ...asking },
  ];
}

async function overHttp(all: readonly Contender[], folder: string): Promise<readonly Figures[]> {
  const running: Peer[] = [];
  const starters: Starter[] = [];
  try {
    for (const contender of all) {
      const peer = await contender.start();
      running.push(peer);
      const expected = starters[0]
        ? (await askOnce(starters[0].contender, starters[0].peer)).grids
        : (await askOnce(contender, peer)).grids;
      starters.push(await admit(contender, peer, { expected, folder }));
    }
    return await runRounds(starters, schedule);
  } finally {
    for (const peer of running) await peer.stop();
  }
}

function report(inProcess: InProcess, figures: readonly Figures[], circumstances: object): void {
  const { firstMs, coldMs, warmMs, links, readMs, renewMs } = inProcess;
  console.log(
    `In the process, 1,000 ids to four offices (${links} links): first ${firstMs.toFixed(1)} ms, cold ${coldMs.toFixed(2)} ms, warm ${warmMs.toFixed(2)} ms; target 5 ms.`,
  );
  console.log(`The model is read in ${readMs.toFixed(0)} ms and renewed in ${renewMs.toFixed(0)} ms where nothing has changed.\n`);
  console.log(`Over HTTP, ${idsOverHttp} ids a question; answers agree:`);
  const [own] = figures;
  printTable(
    ['', 'answers/s', 'p50 ms', 'p99 ms', 'allgrid is', 'answer bytes'],
    figures.map((one) => [
      one.name,
      one.requestsPerSecond.toFixed(1),
      one.p50.toFixed(1),
      one.p99.toFixed(1),
      `${(own!.requestsPerSecond / one.requestsPerSecond).toFixed(2)}x`,
      one.answerBytes,
    ]),
  );
  writeResults('resolve', { measuredAt: new Date().toISOString(), inProcess, figures, ...circumstances, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
