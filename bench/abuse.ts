import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DemoTokens } from '../src/features/access/index.js';
import { systemClock } from '../src/kernel/clock.js';
import { attacks } from './abuse/attacks.js';
import { quantile, sender, type Sending, type Sent } from './abuse/sending.js';
import { type SortPlan, sortPlans } from './abuse/sort-plans.js';
import { type BenchCity, onIndex, openBenchCity } from './city/bench-city.js';
import { pickTownship } from './city/pick-township.js';
import { ours } from './peers/contenders.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';

// What attacks cost the attacker's own answers and a well-behaved client beside. See bench/README.md.
const seconds = 5;
const manyKeys = 1_000;
const song = '{ city { code } allElementsGrids(first: 2) { nodes { code name } } }';
const calmly = { connections: 1, pauseMs: 20 };

/** One attack beside the canary. */
interface Ordeal {
  readonly name: string;
  readonly attacker: Sent;
  readonly canary: Sent;
}

async function main(): Promise<void> {
  const city = await openBenchCity();
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-abuse-'));
  try {
    const before = machine();
    const township = await onIndex(city.indexUrl, pickTownship);
    const plans = await onIndex(city.indexUrl, (client) => sortPlans(client, township.code.slice(0, 6)));
    const refusals = await served(city, { folder, rates: '0' }, oneByOne);
    const floods = await served(city, { folder, rates: '1' }, floodsOf);
    report([...refusals, ...floods], plans, { seconds, versions: await onIndex(city.indexUrl, versions), before });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await city.close();
  }
}

type Send = (name: string, query: string, sending: Partial<Sending>) => Promise<Sent>;
type Issue = (subject: string, role?: 'ANALYST' | 'SCREEN') => Promise<string>;

async function served<Result>(
  { indexUrl }: BenchCity,
  { folder, rates }: { readonly folder: string; readonly rates: '0' | '1' },
  work: (send: Send, issue: Issue) => Promise<Result>,
): Promise<Result> {
  const platform = await ours({ indexUrl, township: '' }, { DATA_DIR: folder, RATE_LIMITS: rates }).start();
  const tokens = new DemoTokens(folder, systemClock);
  const city = { department: null, organisation: null, divisions: [], grids: [] } as const;
  try {
    const send = sender(platform.url, folder);
    return await work(
      (name, query, sending) => send(name, query, { connections: 1, seconds, pauseMs: 0, tokens: [], ...sending }),
      (subject, role = 'ANALYST') => tokens.issue({ ...city, role, subject, seconds: 3_600 }),
    );
  } finally {
    await platform.stop();
  }
}

/** The canary by itself, then beside each attack from one connection. */
async function oneByOne(send: Send, issue: Issue): Promise<readonly Ordeal[]> {
  const tokens = [await issue('canary')];
  const canary = (): Promise<Sent> => send('canary', song, { ...calmly, tokens });
  await canary();
  const ordeals: Ordeal[] = [{ name: 'nobody', attacker: { times: [], outcomes: {} }, canary: await canary() }];
  for (const { name, query } of attacks) {
    const [attacker, sung] = await Promise.all([send(name, query, {}), canary()]);
    ordeals.push({ name, attacker, canary: sung });
  }
  return ordeals;
}

/** As many questions as 32 connections can send, by one screen, which has 1,000 points in 10 s, and by a thousand of them. */
async function floodsOf(send: Send, issue: Issue): Promise<readonly Ordeal[]> {
  const tokens = [await issue('canary')];
  const crowd: string[] = [];
  for (let key = 0; key < manyKeys; key++) crowd.push(await issue(`flood-${key}`, 'SCREEN'));
  const ordeals: Ordeal[] = [];
  for (const [name, flood] of [
    ['A23 one key', crowd.slice(0, 1)],
    [`A23 ${manyKeys} keys`, crowd],
  ] as const) {
    const flooding = send(name, '{ city { code } }', { connections: 32, seconds: seconds * 3, tokens: flood });
    const [attacker, canary] = await Promise.all([flooding, send('canary', song, { ...calmly, tokens, seconds: seconds * 3 })]);
    ordeals.push({ name, attacker, canary });
  }
  return ordeals;
}

function report(ordeals: readonly Ordeal[], plans: readonly SortPlan[], circumstances: object): void {
  const baseline = quantile(ordeals[0]!.canary.times, 0.95);
  const rows = ordeals.map(({ name, attacker, canary }) => ({
    name,
    answers: attacker.times.length,
    outcomes: attacker.outcomes,
    p50: quantile(attacker.times, 0.5),
    p95: quantile(attacker.times, 0.95),
    canaryP95: quantile(canary.times, 0.95),
    canaryRatio: quantile(canary.times, 0.95) / baseline,
    canaryOutcomes: canary.outcomes,
  }));
  printTable(
    ['attack', 'sent', 'p50 ms', 'p95 ms', 'canary p95 ms', 'ratio', 'outcomes', 'canary'],
    rows.map((row) => [
      row.name,
      row.answers,
      row.p50.toFixed(1),
      row.p95.toFixed(1),
      row.canaryP95.toFixed(1),
      `${row.canaryRatio.toFixed(2)}x`,
      told(row.outcomes),
      told(row.canaryOutcomes),
    ]),
  );
  console.log();
  printTable(
    ['order', 'by index', 'plan'],
    plans.map(({ name, isByIndex, nodes }) => [name, isByIndex ? 'yes' : 'NO', nodes.join(' < ')]),
  );
  writeResults('abuse', { measuredAt: new Date().toISOString(), attacks: rows, plans, ...circumstances, after: machine() });
}

const told = (outcomes: Readonly<Record<string, number>>): string =>
  Object.entries(outcomes)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ');

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
