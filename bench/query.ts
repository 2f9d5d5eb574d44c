import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BenchCity, onIndex, openBenchCity } from './city/bench-city.js';
import { pickTownship } from './city/pick-township.js';
import type { Figures } from './measure/figures.js';
import { admit, askOnce, runRounds, type Schedule, type Starter } from './measure/rounds.js';
import type { Contender } from './peers/contender.js';
import { ours, peers } from './peers/contenders.js';
import { dropPostgraphileViews, postgraphileViews } from './peers/postgraphile-views.js';
import type { Peer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';

// The flagship query against its peers on the same data, in one run. See bench/README.md.
const schedule: Schedule = { load: { connections: 16, seconds: 5 }, warmUpSeconds: 4, rounds: 3 };

async function main(): Promise<void> {
  const city = await openBenchCity();
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-query-'));
  try {
    await onIndex(city.indexUrl, (client) => client.query(`${dropPostgraphileViews};${postgraphileViews}`));
    await contest(city, folder);
  } finally {
    await onIndex(city.indexUrl, (client) => client.query(dropPostgraphileViews));
    rmSync(folder, { recursive: true, force: true });
    await city.close();
  }
}

async function contest({ indexUrl }: BenchCity, folder: string): Promise<void> {
  const township = await onIndex(indexUrl, pickTownship);
  const running: Peer[] = [];
  const start = async (contender: Contender): Promise<Peer> => {
    const peer = await contender.start();
    running.push(peer);
    return peer;
  };
  try {
    const first = ours({ indexUrl, township: township.code });
    const platform = await start(first);
    const expected = await askOnce(first, platform);
    const answerFile = join(folder, 'answer.json');
    writeFileSync(answerFile, expected.text);
    const starters: Starter[] = [await admit(first, platform, { expected: expected.grids, folder })];
    for (const contender of peers({ indexUrl, township: township.code, answerFile })) {
      starters.push(await admit(contender, await start(contender), { expected: expected.grids, folder }));
    }
    const links = expected.grids.reduce((sum, grid) => sum + grid.departmentGrids.length, 0);
    console.log(
      `${township.name} ${township.code}: ${expected.grids.length} grids, ${links} links; all answers agree. ${schedule.load.connections} connections.\n`,
    );
    const circumstances = { township, links, schedule, versions: await onIndex(indexUrl, versions), before: machine() };
    report(await runRounds(starters, schedule), circumstances);
  } finally {
    for (const peer of running) await peer.stop();
  }
}

function report(figures: readonly Figures[], circumstances: object): void {
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
  writeResults('query', { measuredAt: new Date().toISOString(), figures, ...circumstances, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
