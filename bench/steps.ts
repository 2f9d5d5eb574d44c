import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Client } from 'pg';

import { DemoTokens } from '../src/features/access/index.js';
import { systemClock } from '../src/kernel/clock.js';
import { mainFile, onIndex, openBenchCity } from './city/bench-city.js';
import { startPeer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';
import type { Ground } from './steps/live-through.js';
import { fillPgbench, hasPgbench, type PgbenchFigures, runPgbench } from './steps/pgbench-peer.js';

// How many steps of matters a second one server takes, each durable, against pgbench's default script on the same server. See bench/README.md.
const schedule = { connections: 16, seconds: 10, rounds: 3 };

interface Round {
  readonly perSecond: number;
  readonly times: readonly number[];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-steps-'));
  const before = machine();
  const city = await openBenchCity();
  const peerUrl = Object.assign(new URL(city.indexUrl), { pathname: '/postgres' }).href;
  const server = await startPeer({
    program: process.execPath,
    args: [mainFile, 'serve'],
    environment: { DATABASE_URL: city.indexUrl, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: '0' },
    ready: /GraphQL\s+(http\S+)/,
  });
  try {
    if (hasPgbench()) fillPgbench(peerUrl);
    const ground = await groundOf(await onIndex(city.indexUrl, pickGround), new DemoTokens(folder, systemClock), server.url);
    await liveThrough({ ...ground, seconds: 4 });
    const rounds: Round[] = [];
    const peer: PgbenchFigures[] = [];
    for (let round = 0; round < schedule.rounds; round++) {
      rounds.push(await liveThrough(ground));
      if (hasPgbench()) peer.push(runPgbench(peerUrl, schedule));
    }
    const doubled = await onIndex(city.indexUrl, unsound);
    if (doubled > 0) throw new Error(`Expected one row of history a version, ${doubled} matters have others.`);
    report(rounds, peer, { before, versions: await onIndex(city.indexUrl, versions) });
  } finally {
    await server.stop();
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Picked = Pick<Ground, 'grid' | 'category' | 'organisation'>;

/** A grid of the sample city, and a duty whose organisation is responsible there. */
async function pickGround(client: Client): Promise<Picked> {
  const { rows } = await client.query<{ grid: string; standard: string; kind: string; code: string; organisation: string }>(
    `select unit.local_id as grid, duty.standard, duty.kind, duty.category_code as code, organisation.code as organisation
       from unit join duty on duty.division_code = left(unit.local_id, 6) and duty.kind = 'MATTER' and duty.category_code <> '*'
       join organisation on organisation.id = duty.organisation_id
       join matter_category category on (category.standard, category.kind, category.code) = (duty.standard, duty.kind, duty.category_code)
      where unit.layer_key = 'city/all-elements' and duty.recorded_to is null order by unit.local_id, duty.id limit 1`,
  );
  const { grid, organisation, ...category } = rows[0]!;
  return { grid, organisation, category };
}

async function groundOf(picked: Picked, tokens: DemoTokens, url: string): Promise<Ground> {
  const bench = { department: null, grids: [], divisions: [picked.grid.slice(0, 6)] };
  const dispatcher = await tokens.issue({ ...bench, subject: 'bench-dispatcher', role: 'TOWNSHIP_DISPATCHER', organisation: null });
  const handler = await tokens.issue({ ...bench, subject: 'bench-handler', role: 'GOVERNANCE_CENTRE', organisation: picked.organisation });
  return { ...picked, url, dispatcher, handler, ...schedule };
}

async function liveThrough(ground: Ground): Promise<Round> {
  const args = [join(__dirname, 'steps', 'live-through.js'), JSON.stringify(ground)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 });
  const { times, milliseconds } = JSON.parse(stdout) as { times: number[]; milliseconds: number };
  return { perSecond: (times.length / milliseconds) * 1000, times };
}

/** Matters of the platform whose history does not go from 1 to their version, one by one. */
async function unsound(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from matter where born_in = 'PLATFORM' and version <> (
       select count(*) from matter_transition step where step.matter_id = matter.id and step.version between 1 and matter.version)`,
  );
  return rows[0]!.count;
}

const medianOf = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function report(rounds: readonly Round[], peer: readonly PgbenchFigures[], circumstances: object): void {
  const times = rounds.flatMap((round) => round.times).toSorted((a, b) => a - b);
  const at = (share: number): string => times[Math.floor((times.length - 1) * share)]!.toFixed(1);
  const [ours, theirs] = [medianOf(rounds.map(({ perSecond }) => perSecond)), medianOf(peer.map(({ perSecond }) => perSecond))];
  printTable(
    ['', 'commits/s', 'p50 ms', 'p99 ms', 'longest ms'],
    [
      ['steps of matters over GraphQL', ours.toFixed(0), at(0.5), at(0.99), at(1)],
      ...peer.slice(0, 1).map(({ meanMs }) => ['pgbench, default script, scale 10', theirs.toFixed(0), `mean ${meanMs}`, '', '']),
    ],
  );
  if (peer.length > 0)
    console.log(`\nallgrid is ${(ours / theirs).toFixed(3)}x of pgbench; ${times.length} steps, aim 300 a second and p99 under 100 ms.`);
  else console.log('\nWithout pgbench (Debian package postgresql-contrib) there is nothing to compare with.');
  writeResults('steps', {
    ours,
    theirs,
    p50: at(0.5),
    p99: at(0.99),
    rounds: rounds.map(({ perSecond }) => perSecond),
    peer,
    ...circumstances,
    after: machine(),
  });
}

void main();
