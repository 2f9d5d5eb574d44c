import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mainFile, openBenchCity } from './city/bench-city.js';
import { putUnderLoad } from './load/put-under-load.js';
import { type Fault, FaultyProxy } from './outage/faulty-proxy.js';
import { othersQuestion, sickQuestion } from './outage/questions.js';
import { type Peer, startPeer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { writeResults } from './report/write-results.js';

// How long other offices' queries take while one office is away, slow or flapping, against all being well. See bench/README.md.
const spell = { seconds: 5, rounds: 4, connections: 2 };
/** Those who keep asking the sick office meanwhile. */
const patients = 4;
const flapEveryMs = 500;
const conditions = ['passes', 'refuses', 'hangs', 'delays', 'flaps'] as const;
type Condition = (typeof conditions)[number];
const told: Readonly<Record<Condition, string>> = {
  passes: 'all is well',
  refuses: 'one office refuses connections',
  hangs: 'one office takes questions and never answers',
  delays: 'one office answers after 30 s',
  flaps: `one office comes and goes every ${flapEveryMs} ms`,
};

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-outage-'));
  const before = machine();
  const city = await openBenchCity();
  const front = new URL(city.indexUrl);
  front.pathname += '_petition';
  const proxy = await FaultyProxy.before(front.href);
  const server = await startPeer({
    program: process.execPath,
    args: [mainFile, 'serve'],
    environment: {
      ...{ DATABASE_URL: city.indexUrl, PETITION_DATABASE_URL: proxy.addressOf(front.href), DATA_DIR: folder },
      ...{ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: '0' },
    },
    ready: /GraphQL\s+(http\S+)/,
  });
  try {
    const others = bodyFile(folder, 'others', othersQuestion);
    const sick = bodyFile(folder, 'sick', sickQuestion);
    report(await rounds({ proxy, server, others, sick }), before);
  } finally {
    await server.stop();
    await proxy.close();
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function bodyFile(folder: string, name: string, query: string): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ query }));
  return path;
}

interface Setting {
  readonly proxy: FaultyProxy;
  readonly server: Peer;
  readonly others: string;
  readonly sick: string;
}

/** Every condition in turn, round after round, so that a busy minute of the machine falls on all of them. */
async function rounds(setting: Setting): Promise<ReadonlyMap<Condition, readonly number[]>> {
  const times = new Map<Condition, number[]>(conditions.map((condition) => [condition, []]));
  await timesUnder('passes', setting);
  for (let round = 0; round < spell.rounds; round++) {
    for (const [condition, found] of times) found.push(...(await timesUnder(condition, setting)));
  }
  return times;
}

async function timesUnder(condition: Condition, { proxy, server, others, sick }: Setting): Promise<readonly number[]> {
  const settle = put(proxy, condition);
  const asking = putUnderLoad(server.url, sick, { connections: patients, seconds: spell.seconds + 1 });
  const { times } = await putUnderLoad(server.url, others, { connections: spell.connections, seconds: spell.seconds });
  await asking;
  settle();
  return times;
}

/** Puts the office into a condition; answers what makes it well again. */
function put(proxy: FaultyProxy, condition: Condition): () => void {
  if (condition !== 'flaps') {
    proxy.becomes(condition);
    return () => proxy.becomes('passes');
  }
  const states: readonly Fault[] = ['refuses', 'passes'];
  let turns = 0;
  const flapping = setInterval(() => proxy.becomes(states[turns++ % 2]!), flapEveryMs);
  return () => {
    clearInterval(flapping);
    proxy.becomes('passes');
  };
}

function report(found: ReadonlyMap<Condition, readonly number[]>, before: object): void {
  const figures = [...found].map(([condition, times]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return { condition, answers: sorted.length, p50: at(0.5), p95: at(0.95) };
  });
  const [normal] = figures;
  printTable(
    ['', 'answers', 'p50 ms', 'p95 ms', 'p95 to normal'],
    figures.map(({ condition, answers, p50, p95 }) => [
      told[condition],
      answers,
      p50.toFixed(1),
      p95.toFixed(1),
      `${(p95 / normal!.p95).toFixed(2)}x`,
    ]),
  );
  writeResults('outage', { measuredAt: new Date().toISOString(), spell, patients, figures, before, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
