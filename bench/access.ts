import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DemoTokens } from '../src/features/access/index.js';
import { systemClock } from '../src/kernel/clock.js';
import { type CostOfAudit, costOfAudit } from './access/cost-of-audit.js';
import { shareNoMore, shareWith } from './access/share-with.js';
import { type BenchCity, onIndex, openBenchCity } from './city/bench-city.js';
import { pickTownship } from './city/pick-township.js';
import type { Figures } from './measure/figures.js';
import { admit, askOnce, runRounds, type Schedule, type Starter } from './measure/rounds.js';
import type { Contender } from './peers/contender.js';
import { ours } from './peers/contenders.js';
import { machine } from './report/machine.js';
import { printTable } from './report/print-table.js';
import { versions } from './report/versions.js';
import { writeResults } from './report/write-results.js';

// The flagship query under rights and audit against the same answer without conditions, in one run of one server. See bench/README.md.
const schedule: Schedule = { load: { connections: 16, seconds: 5 }, warmUpSeconds: 4, rounds: 5 };
const purpose = '联合调解';
const owners = ['PARTY_BUILDING', 'POLITICAL_LEGAL', 'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'PETITION', 'HOUSING', 'CITY'];
const [freely, conditionally] = ['POLITICAL_LEGAL', 'URBAN_MANAGEMENT'] as const;

async function main(): Promise<void> {
  const city = await openBenchCity();
  const folder = mkdtempSync(join(tmpdir(), 'allgrid-bench-access-'));
  const but = (own: string): readonly string[] => owners.filter((owner) => owner !== own);
  try {
    await onIndex(city.indexUrl, async (client) => {
      await shareWith(client, { to: freely, from: but(freely), conditionally: [], purpose });
      await shareWith(client, { to: conditionally, from: but(conditionally), conditionally: ['CIVIL_AFFAIRS', 'HOUSING'], purpose });
    });
    await contest(city, folder);
  } finally {
    await onIndex(city.indexUrl, shareNoMore);
    rmSync(folder, { recursive: true, force: true });
    await city.close();
  }
}

async function contest({ indexUrl }: BenchCity, folder: string): Promise<void> {
  const township = await onIndex(indexUrl, pickTownship);
  const openly = ours({ indexUrl, township: township.code }, { DATA_DIR: folder });
  const platform = await openly.start();
  const before = machine();
  try {
    const contenders = await principals({ ...openly, name: 'whole city, no condition' }, folder, township.code);
    const expected = await askOnce(contenders[0]!, platform);
    const starters: Starter[] = [];
    for (const contender of contenders) starters.push(await admit(contender, platform, { expected: expected.grids, folder }));
    console.log(`${township.name} ${township.code}: all answers agree. ${schedule.load.connections} connections.\n`);
    const figures = await runRounds(starters, schedule);
    const read = await onIndex(indexUrl, readings);
    const audit = await onIndex(indexUrl, (client) => costOfAudit(client, platform.url, 300));
    report(figures, audit, { township, readings: read, schedule, versions: await onIndex(indexUrl, versions), before });
  } finally {
    await platform.stop();
  }
}

/** The same question by whoever sees all, by an office with grants of all others in two counties, and by one whose reading is audited. */
async function principals(openly: Contender, dataDir: string, township: string): Promise<readonly Contender[]> {
  const tokens = new DemoTokens(dataDir, systemClock);
  const acting = { role: 'DEPARTMENT_SYSTEM', organisation: null, divisions: [township.slice(0, 6), '360281'], grids: [] } as const;
  const bearer = async (department: string): Promise<Readonly<Record<string, string>>> => ({
    authorization: `Bearer ${await tokens.issue({ ...acting, subject: `bench-${department}`, department })}`,
  });
  return [
    openly,
    { ...openly, name: 'an office, two counties, six grants', headers: await bearer(freely) },
    {
      ...openly,
      name: 'the same, two for a purpose, audited',
      headers: { ...(await bearer(conditionally)), 'x-purpose': encodeURIComponent(purpose) },
    },
  ];
}

async function readings(client: Parameters<Parameters<typeof onIndex>[1]>[0]): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from audit_entry where kind = 'READ'`);
  return rows[0]!.count;
}

function report(
  figures: readonly Figures[],
  audit: CostOfAudit,
  circumstances: { readonly readings: number; readonly [about: string]: unknown },
): void {
  const [open] = figures;
  printTable(
    ['', 'answers/s', 'p50 ms', 'p99 ms', 'overhead', 'answers', 'answer bytes'],
    figures.map((one) => [
      one.name,
      one.requestsPerSecond.toFixed(1),
      one.p50.toFixed(1),
      one.p99.toFixed(1),
      `${((open!.requestsPerSecond / one.requestsPerSecond - 1) * 100).toFixed(1)} %`,
      one.answers,
      one.answerBytes,
    ]),
  );
  const { mutationMs, auditMs, times } = audit;
  console.log(
    `\nReadings on the audit log: ${circumstances.readings}; one for each audited answer, else the third row tells nothing of audit.`,
  );
  console.log(
    `\nreportMatter: ${mutationMs.toFixed(2)} ms; a line of the audit log alone: ${auditMs.toFixed(2)} ms (medians of ${times}).`,
  );
  writeResults('access', { measuredAt: new Date().toISOString(), figures, audit, ...circumstances, after: machine() });
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
