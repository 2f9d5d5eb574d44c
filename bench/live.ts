import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Client } from 'pg';

import { DemoTokens } from '../src/features/access/index.js';
import { systemClock } from '../src/kernel/clock.js';
import { mainFile, onIndex, openBenchCity } from './city/bench-city.js';
import type { LiveGround } from './live/contest.js';
import { costOfDelivery, costOfDifferent } from './live/cost-of-delivery.js';
import { highestRate, latency } from './live/latency.js';
import { memoryOfIdle, resumption } from './live/resumption.js';
import { type Peer, startPeer } from './peers/start-peer.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';

// What a delivery costs, how soon a change is seen, and how fast who was away catches up. See bench/README.md.
const principals = 50;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-live-'));
  const before = machine();
  const city = await openBenchCity();
  const ours = await startPeer({
    program: process.execPath,
    args: [mainFile, 'serve'],
    environment: { DATABASE_URL: city.indexUrl, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', RATE_LIMITS: '0' },
    ready: /GraphQL\s+(http\S+)/,
  });
  const peers: Peer[] = [];
  try {
    const peer = async (name: string): Promise<Peer> => {
      const args = [join(__dirname, 'peers', 'live', name), city.indexUrl];
      const started = await startPeer({ program: process.execPath, args, environment: { NODE_ENV: 'production' }, ready: /^ready (\S+)/ });
      peers.push(started);
      return started;
    };
    const [plain, bare] = [await peer('plain-graphql-ws.js'), await peer('broadcast.js')];
    const picked = await onIndex(city.indexUrl, pickMatters);
    const tokens = await tokensOf(new DemoTokens(folder, systemClock), picked.city);
    const ground: LiveGround = {
      ...picked,
      indexUrl: city.indexUrl,
      tokens,
      servers: { allgrid: ours, 'plain graphql-ws': plain, 'bare ws': bare },
    };
    const wanted = process.argv.slice(2).map((flag) => flag.replace(/^-+/, ''));
    const results: Record<string, unknown> = {};
    for (const [name, measure] of Object.entries(measures)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const { headings, rows } = await measure(ground);
      console.log(`\n${name}`);
      printTable(headings, rows);
      results[name] = { headings, rows };
    }
    writeResults('live', { ...results, before, after: machine(), versions: await onIndex(city.indexUrl, versions) });
  } finally {
    for (const server of [...peers, ours]) await server.stop();
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const measures = {
  memory: memoryOfIdle,
  equal: costOfDelivery,
  different: costOfDifferent,
  latency,
  rate: highestRate,
  resumption,
} as const;

/** Of principals of the whole city. */
function tokensOf(issuer: DemoTokens, city: string): Promise<readonly string[]> {
  const analyst = { role: 'ANALYST', department: null, organisation: null, divisions: [city], grids: [], seconds: 3_600 } as const;
  return Promise.all(Array.from({ length: principals }, (_, nth) => issuer.issue({ ...analyst, subject: `bench-${nth}` })));
}

/** Open matters spread over the townships, and the townships. */
async function pickMatters(client: Client): Promise<Pick<LiveGround, 'matters' | 'townships'> & { readonly city: string }> {
  const { rows } = await client.query<{ id: string; township: string }>(
    `select id, left(division_code, 9) as township from matter where length(division_code) >= 9 and not sealed order by md5(id::text) limit 5000`,
  );
  const cities = await client.query<{ code: string }>(`select code from division where level = 'CITY' and valid_to is null limit 1`);
  return {
    city: cities.rows[0]!.code,
    matters: rows.map(({ id }) => id),
    townships: [...new Set(rows.map(({ township }) => township))].sort(),
  };
}

void main();
