import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import type { DataSource } from 'typeorm';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import { RowScope } from '../../../src/features/crosswalk/compute/row-scope.js';
import type { DeclaredSet, RejectedPair } from '../../../src/features/crosswalk/decisions/decision.js';
import type { DecisionMatter } from '../../../src/features/crosswalk/decisions/ports.js';
import type { CoverageRecord, LinkRecord } from '../../../src/features/crosswalk/ports.js';
import { CrosswalkTables } from '../../../src/features/crosswalk/storage/crosswalk-tables.js';
import { DecisionTables } from '../../../src/features/crosswalk/storage/decision-tables.js';
import { decisionsForPublication } from '../../../src/features/crosswalk/storage/publication-decisions.js';
import { aPublication } from '../../support/crosswalk/a-publication.js';
import { aCover, aLink, aRejection, aSet } from '../../support/crosswalk/decided-rows.js';
import { anOpenDatabase } from '../../support/database/an-open-database.js';
import { seededAsync } from '../../support/geometry/seeded.js';

// Uuids that sort as they are named: one layer `a/a`, one `b/b`.
const uuid = (layer: 'a' | 'b', number: number): string => `${layer}0000000-0000-5000-8000-00000000000${number}`;
const [a1, a2] = [uuid('a', 1), uuid('a', 2)];
const [b1, b2, b3] = [uuid('b', 1), uuid('b', 2), uuid('b', 3)];
const store = new DecisionTables();
const organisationUuid = randomUUID();
let database: { readonly dataSource: DataSource; drop(): Promise<void> };
const sql = () => sqlOf(database.dataSource);

const computed: { readonly links: readonly LinkRecord[]; readonly coverage: readonly CoverageRecord[] } = {
  links: [
    aLink(a1, b1, { weight: 0.6, inverseWeight: 0.1 + 0.2, confidence: 0.95 }),
    aLink(a1, b2, { weight: 0.3, inverseWeight: 0.7, householdCounts: { CIVIL_AFFAIRS: [3, 10, 4] } }),
    aLink(a2, b3, { weight: 1, inverseWeight: 1 }),
  ],
  coverage: [
    aCover(a1, 'b/b', 0.6 + 0.3),
    aCover(a2, 'b/b', 1),
    aCover(b1, 'a/a', 0.1 + 0.2),
    aCover(b2, 'a/a', 0.7),
    aCover(b3, 'a/a', 1),
  ],
};

beforeAll(async () => {
  database = await anOpenDatabase({ migrations: cityIndexMigrations });
  await runMigrations(database.dataSource);
  await seedCity();
}, 120_000);
afterAll(() => database.drop());
beforeEach(() =>
  sql().query('truncate link, coverage, crosswalk_run, link_decision, link_decision_weight, displaced_link, displaced_coverage'),
);

async function seedCity(): Promise<void> {
  const run = randomUUID();
  await sql().query(`insert into intake_run (id, pack, started_at, state) values ($1, 'test', now(), 'DONE')`, [run]);
  await sql().query(
    `insert into organisation (id, issuer, scheme, code, name, kind, level, as_of) values ($1, 'i', 's', 'c', 'n', 'GOVERNMENT', 'CITY', now())`,
    [organisationUuid],
  );
  for (const [ordinal, [key, units]] of (
    [
      ['a/a', [a1, a2]],
      ['b/b', [b1, b2, b3]],
    ] as const
  ).entries()) {
    await sql().query(
      `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal, recorded_from)
       values ($1, 'n', 'n', true, true, 's', true, $2, now())`,
      [key, ordinal],
    );
    for (const id of units) {
      await sql().query(`insert into unit (id, layer_key, local_id, generation) values ($1, $2, $3, 1)`, [id, key, id]);
      await sql().query(
        `insert into unit_version (unit_id, valid_from, recorded_from, name, as_of, content_hash, run_id) values ($1, '2024-01-01', now(), 'n', '2024-01-01', '', $2)`,
        [id, run],
      );
    }
  }
}

let hour = 0;
const nextHour = (): Date => new Date(Date.UTC(2026, 0, 1, hour++));

async function publish(rows = computed): Promise<void> {
  await new CrosswalkTables(sql(), transactionsOn(database.dataSource)).publish(aPublication(nextHour(), rows), decisionsForPublication);
}

/** Publishes what a part of the city's change has led to: it is the truth for these rows alone. */
async function publishPart(at: Date, rows: typeof computed, scope: RowScope): Promise<void> {
  const publication = aPublication(at, { ...rows, scope, layerOf: (unit) => (unit.startsWith('a') ? 'a/a' : 'b/b') });
  await new CrosswalkTables(sql(), transactionsOn(database.dataSource)).publish(publication, decisionsForPublication);
}

async function decide(matter: DecisionMatter, endsUuid: string | null = null): Promise<string> {
  const id = matter.kind === 'DECLARATION' ? matter.set.id : matter.kind === 'REJECTION' ? matter.pair.id : randomUUID();
  const recordedAt = nextHour();
  const words = { by: { subject: 's', role: 'r', department: null }, documentNumber: 'd', reason: 'r' };
  await transactionsOn(database.dataSource)(async (transaction) => {
    await store.lock(transaction);
    if (endsUuid !== null) await store.end(transaction, endsUuid, recordedAt);
    await store.insert(transaction, { uuid: id, ...words, organisationUuid, recordedAt, endsUuid }, matter);
    const rows = [a1, a2].map((unitUuid) => ({ unitUuid, layerKey: 'b/b' }));
    const back = [b1, b2, b3].map((unitUuid) => ({ unitUuid, layerKey: 'a/a' }));
    await store.reapply(transaction, [...rows, ...back], { decisionUuid: id, at: recordedAt });
  });
  return id;
}
const declare = (set: DeclaredSet, ends: string | null = null) => decide({ kind: 'DECLARATION', set: { ...set, id: randomUUID() } }, ends);
const reject = (pair: RejectedPair) => decide({ kind: 'REJECTION', pair: { ...pair, id: randomUUID() } });
const withdraw = (ends: string) => decide({ kind: 'WITHDRAWAL' }, ends);

/** All that stands now, or stood at an instant, in the order of its own words. */
async function standing(knownAt: Date | null = null): Promise<readonly string[]> {
  const rows: { said: string }[] = [];
  const believed = `case when $1::timestamptz is null then recorded_to is null else recorded_from <= $1 and (recorded_to is null or recorded_to > $1) end`;
  for (const table of ['link', 'coverage', 'displaced_link', 'displaced_coverage']) {
    rows.push(
      ...(await sql().query<{ said: string }>(
        `select '${table} ' || (to_jsonb(row) - 'recorded_from' - 'recorded_to' - 'run_id')::text as said from ${table} row where ${believed}`,
        [knownAt],
      )),
    );
  }
  return rows.map(({ said }) => said).sort();
}

async function links(basis = 'AREA'): Promise<Record<string, number>> {
  const rows = await sql().query<{ pair: string; weight: number }>(
    `select source_id || '→' || target_id as pair, weight from link where recorded_to is null and basis = $1`,
    [basis],
  );
  return Object.fromEntries(rows.map(({ pair, weight }) => [pair, weight]));
}

const rowsWritten = async (): Promise<readonly object[]> =>
  sql().query(
    `select (select count(*)::int from link) as links, (select count(*)::int from coverage) as coverage,
            (select count(*)::int from displaced_link) as gone, (select count(*)::int from displaced_coverage) as lost`,
  );

test('a rejected pair is not brought back by computing anew, and a withdrawal restores exactly what was computed', async () => {
  await publish();
  const before = await standing();
  const decision = await reject(aRejection(b1, a1));
  const rejected = await standing();
  expect(await links()).toEqual({ [`${a1}→${b2}`]: 0.3, [`${a2}→${b3}`]: 1 });

  const written = await rowsWritten();
  await publish();
  expect(await rowsWritten()).toEqual(written);
  expect(await standing()).toEqual(rejected);

  await withdraw(decision);
  expect(await standing()).toEqual(before);
});

test('a declared row stays when everything is computed anew, and follows what is computed where it leaves the rest to computing', async () => {
  await publish();
  await declare(aSet(a1, 'b/b', { [b1]: 0.2 }));
  const declared = await standing();
  expect(await links('DECLARED')).toEqual({ [`${a1}→${b1}`]: 0.2, [`${a1}→${b2}`]: expect.closeTo(0.6, 12) as number });

  await publish();
  expect(await standing()).toEqual(declared);

  await publish({
    ...computed,
    links: computed.links.filter(({ targetUuid }) => targetUuid !== b2),
    coverage: [aCover(a1, 'b/b', 0.6), ...computed.coverage.slice(1)],
  });
  expect(await links('DECLARED')).toEqual({ [`${a1}→${b1}`]: 0.2 });
});

test('what was known before a decision stays readable after it', async () => {
  await publish();
  const [before, at] = [await standing(), nextHour()];
  const decision = await declare(aSet(a1, 'b/b', { [b3]: 1 }, { remainder: 0 }));
  const [declared, later] = [await standing(), nextHour()];
  await withdraw(decision);

  expect(await standing(at)).toEqual(before);
  expect(await standing(later)).toEqual(declared);
  expect(await standing()).toEqual(before);
});

test('a set that takes the place of another leaves nothing of it', async () => {
  await publish();
  const first = await declare(aSet(a1, 'b/b', { [b1]: 1 }, { remainder: 0 }));
  await declare(aSet(a1, 'b/b', { [b3]: 0.5 }, { remainder: 0.5 }), first);
  expect(await links('DECLARED')).toEqual({ [`${a1}→${b3}`]: 0.5 });
});

test('decisions and computations in any order end in the same rows', async () => {
  const days = ['2024-01-01', '2024-07-01', '2025-01-01', '2026-01-01'];
  const period = fc
    .tuple(fc.constantFrom(...days), fc.constantFrom(...days, null))
    .filter(([from, to]) => to === null || from < to)
    .map(([validFrom, validTo]) => ({ validFrom, validTo }));
  const acts = fc.record({
    set: fc.record({ weight: fc.integer({ min: 1, max: 9 }), rest: fc.boolean(), period }),
    pairs: fc.uniqueArray(fc.constantFrom([a1, b1], [a1, b2], [a2, b3]), { maxLength: 2 }),
    from: period,
    computeBetween: fc.boolean(),
  });
  await seededAsync(
    fc.asyncProperty(acts, async ({ set, pairs, from, computeBetween }) => {
      await sql().query('truncate link, coverage, crosswalk_run, link_decision, link_decision_weight, displaced_link, displaced_coverage');
      await publish();
      const fresh = await standing();
      const weight = set.weight / 10;
      const ids = [await declare(aSet(a1, 'b/b', { [b3]: weight }, { ...set.period, remainder: set.rest ? null : 1 - weight }))];
      for (const [one, other] of pairs) {
        ids.push(await reject(aRejection(one, other, from)));
        if (computeBetween) await publish();
      }
      const decided = await standing();
      await publish();
      expect(await standing()).toEqual(decided);
      for (const id of ids) await withdraw(id);
      expect(await standing()).toEqual(fresh);
    }),
    20,
  );
}, 120_000);

test('a decision that is taken while a publication waits for its turn comes before it, and what was known before stays', async () => {
  await publish();
  const askedAt = nextHour();
  const before = await standing(askedAt);
  await declare(aSet(a1, 'b/b', { [b3]: 0.5 }));
  const later = { ...computed, links: computed.links.map((link) => ({ ...link, inverseWeight: link.inverseWeight / 2 })) };
  await new CrosswalkTables(sql(), transactionsOn(database.dataSource)).publish(aPublication(askedAt, later), decisionsForPublication);

  expect(await standing(askedAt)).toEqual(before);
  for (const table of ['link', 'coverage'])
    expect(await sql().query(`select from ${table} where recorded_to <= recorded_from`)).toEqual([]);
});

test('a declared row omits a named unit that has ended, though they share no ground', async () => {
  await publish();
  await declare(aSet(a1, 'b/b', { [b3]: 1 }, { remainder: 0 }));
  await sql().query(`update unit_version set valid_to = '2026-02-01' where unit_id = $1`, [b3]);
  const scope = new RowScope({ codeLayers: ['b/b'], rowBases: ['DECLARED'] });
  for (const [unit, layer] of [
    [b3, 'a/a'],
    [a2, 'b/b'],
  ] as const)
    scope.add(unit, layer);
  await publishPart(nextHour(), { links: [], coverage: [] }, scope);
  await sql().query(`update unit_version set valid_to = null where unit_id = $1`, [b3]);

  const declared = await sql().query(
    `select valid_from::text as from, linked, omitted from coverage where basis = 'DECLARED' and recorded_to is null order by 1`,
  );
  expect(declared).toEqual([
    { from: expect.any(String) as string, linked: 1, omitted: 0 },
    { from: '2026-02-01', linked: 0, omitted: 1 },
  ]);
});

describe('the event log', () => {
  const told = (): Promise<readonly object[]> =>
    sql().query(
      `select subject, payload ->> 'layer' as layer, payload -> 'towards' as towards from event_inbox where kind = 'LINKS_CHANGED' order by id`,
    );
  beforeEach(() => sql().query('truncate event_inbox'));

  test('hears of no single link where everything was computed', async () => {
    await publish();
    expect(await told()).toEqual([]);
  });

  test('hears of each unit whose links a decision closes or opens, and of no other', async () => {
    await publish();
    await reject(aRejection(a1, b2));
    const units = (await told()) as readonly { readonly subject: string }[];
    expect(units.map(({ subject }) => subject)).toEqual([a1, b2]);
    expect(units[0]).toEqual({ subject: a1, layer: 'a/a', towards: ['b/b'] });
  });

  test('hears of the units of links that a computation of some rows closes', async () => {
    await publish();
    const scope = new RowScope({ codeLayers: [], rowBases: ['AREA'] });
    scope.add(a2, 'b/b');
    await publishPart(nextHour(), { links: [], coverage: [aCover(a2, 'b/b', 0)] }, scope);
    expect(await told()).toEqual([
      { subject: a2, layer: 'a/a', towards: ['b/b'] },
      { subject: b3, layer: 'b/b', towards: ['a/a'] },
    ]);
  });
});
