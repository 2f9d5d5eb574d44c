import { randomUUID } from 'node:crypto';

import type { DataSource } from 'typeorm';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import { RowScope } from '../../../src/features/crosswalk/compute/row-scope.js';
import type { CrosswalkPublication, CrosswalkRows, LinkRecord } from '../../../src/features/crosswalk/ports.js';
import { publishCrosswalk } from '../../../src/features/crosswalk/storage/publish-crosswalk.js';
import { aPublication } from '../../support/crosswalk/a-publication.js';
import { anOpenDatabase } from '../../support/database/an-open-database.js';

const [grid, beat, redrawn, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
let database: { readonly dataSource: DataSource; drop(): Promise<void> };

beforeAll(async () => {
  database = await anOpenDatabase({ migrations: cityIndexMigrations });
  await runMigrations(database.dataSource);
});
afterAll(() => database.drop());
beforeEach(() => sqlOf(database.dataSource).query('truncate link, coverage, crosswalk_run'));

const aLink = (parts: Partial<LinkRecord> = {}): LinkRecord => ({
  sourceUuid: grid,
  targetUuid: beat,
  basis: 'AREA',
  weight: 0.6,
  inverseWeight: 0.3,
  areaM2: 600,
  confidence: 1,
  validFrom: '2025-01-01',
  validTo: null,
  householdCounts: null,
  declarationId: null,
  ...parts,
});

const layers: Readonly<Record<string, string>> = { [grid]: 'x/grid', [other]: 'x/grid', [beat]: 'y/beat', [redrawn]: 'y/beat' };

/** Publishes what was computed on a day, which is the whole truth unless `parts` names a scope. */
async function publish(at: string, links: readonly LinkRecord[], parts: Partial<CrosswalkPublication> = {}): Promise<void> {
  const rows: CrosswalkRows = { links, coverage: parts.coverage ?? [] };
  const publication = aPublication(new Date(`${at}T04:00:00Z`), { layerOf: (uuid) => layers[uuid]!, ...parts, ...rows });
  await transactionsOn(database.dataSource)((sql) => publishCrosswalk(sql, publication, rows));
}

/** Records the units, whose layers a publication of a part asks for. */
async function units(): Promise<void> {
  const sql = sqlOf(database.dataSource);
  await sql.query(
    `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal, recorded_from)
     select key, 'n', 'n', true, true, 's', true, ordinal, now() from unnest($1::text[]) with ordinality given (key, ordinal) on conflict do nothing`,
    [[...new Set(Object.values(layers))]],
  );
  await sql.query(
    `insert into unit (id, layer_key, local_id, generation) select id, layer_key, id::text, 1 from unnest($1::uuid[], $2::text[]) given (id, layer_key)
     on conflict do nothing`,
    [Object.keys(layers), Object.values(layers)],
  );
}

/** All links that stand, by their names and weights. */
async function links(): Promise<readonly (readonly unknown[])[]> {
  const rows = await sqlOf(database.dataSource).query<{ source: string; target: string; basis: string; weight: number }>(
    `select source_id as source, target_id as target, basis, weight from link where recorded_to is null order by weight`,
  );
  return rows.map(({ source, target, basis, weight }) => [source, target, basis, weight]);
}

/** The weights by target that hold on a day, as known now or at an instant. */
async function weights(day: string, knownAt: string | null = null): Promise<Record<string, number>> {
  const rows = await sqlOf(database.dataSource).query<{ target: string; weight: number }>(
    `select target_id as target, weight from link where valid_from <= $1 and (valid_to is null or valid_to > $1)
        and (case when $2::timestamptz is null then recorded_to is null else recorded_from <= $2 and (recorded_to is null or recorded_to > $2) end)`,
    [day, knownAt],
  );
  return Object.fromEntries(rows.map((row) => [row.target, row.weight]));
}

test('a computation that finds the same links writes nothing', async () => {
  await publish('2026-01-10', [aLink()]);
  await publish('2026-01-11', [aLink()]);
  const rows = await sqlOf(database.dataSource).query('select recorded_to from link');
  expect(rows).toEqual([{ recorded_to: null }]);
});

test('a link whose unit was redrawn keeps its earlier days', async () => {
  await publish('2026-01-10', [aLink()]);
  await publish('2026-03-01', [aLink({ validTo: '2026-03-01' }), aLink({ targetUuid: redrawn, weight: 0.9, validFrom: '2026-03-01' })]);
  expect(await weights('2026-02-28')).toEqual({ [beat]: 0.6 });
  expect(await weights('2026-03-01')).toEqual({ [redrawn]: 0.9 });
  expect(await weights('2026-03-05', '2026-02-01T00:00:00Z')).toEqual({ [beat]: 0.6 });
});

test('a corrected weight replaces the wrong one for all its days, and what was known before stays readable', async () => {
  await publish('2026-01-10', [aLink()]);
  await publish('2026-03-01', [aLink({ weight: 0.5 })]);
  expect(await weights('2026-02-28')).toEqual({ [beat]: 0.5 });
  expect(await weights('2026-02-28', '2026-02-01T00:00:00Z')).toEqual({ [beat]: 0.6 });
});

test('the database itself refuses coverage that does not add up to one, and nothing of that computation stays', async () => {
  const coverage = [
    {
      unitUuid: grid,
      layerKey: 'a/b',
      basis: 'AREA' as const,
      linked: 0.7,
      omitted: 0,
      uncovered: 0.2,
      doubleCover: 0,
      validFrom: '2025-01-01',
      validTo: null,
      declarationId: null,
    },
  ];
  await expect(publish('2026-01-10', [aLink()], { coverage })).rejects.toThrow();
  expect(await weights('2026-02-01')).toEqual({});
});

test('a computation of a part closes what it no longer finds in its rows, and leaves all others alone', async () => {
  await units();
  await publish('2026-01-10', [aLink(), aLink({ targetUuid: redrawn, weight: 0.4 }), aLink({ sourceUuid: other, weight: 0.7 })]);
  const scope = new RowScope({ rowBases: ['AREA'] });
  scope.add(grid, 'y/beat');
  await publish('2026-02-10', [aLink({ weight: 0.5 })], { scope });
  expect(await links()).toEqual([
    [grid, beat, 'AREA', 0.5],
    [other, beat, 'AREA', 0.7],
  ]);
});

test('a computation of a part leaves the other bases of its rows alone, and finds links from their targets too', async () => {
  await units();
  await publish('2026-01-10', [aLink(), aLink({ basis: 'CODE', areaM2: null, weight: 1 }), aLink({ basis: 'HOUSEHOLDS', areaM2: null })]);
  const scope = new RowScope({ rowBases: ['AREA', 'HOUSEHOLDS'] });
  scope.add(beat, 'x/grid');
  await publish('2026-02-10', [], { scope });
  expect(await links()).toEqual([[grid, beat, 'CODE', 1]]);
  await publish('2026-03-10', [], { scope: new RowScope({ codeLayers: ['y/beat'], rowBases: [] }) });
  expect(await links()).toEqual([]);
});

test('buildings change what they tell from a day on only, and what did not change stays one row', async () => {
  const byHouseholds = (parts: Partial<LinkRecord>): LinkRecord => aLink({ basis: 'HOUSEHOLDS', areaM2: null, ...parts });
  await publish('2026-01-10', [byHouseholds({}), byHouseholds({ targetUuid: redrawn, weight: 0.4 })]);
  await publish('2026-02-10', [byHouseholds({}), byHouseholds({ targetUuid: redrawn, weight: 0.3 })], { buildingsFrom: '2026-02-10' });
  expect(await weights('2026-02-09')).toEqual({ [beat]: 0.6, [redrawn]: 0.4 });
  expect(await weights('2026-02-10')).toEqual({ [beat]: 0.6, [redrawn]: 0.3 });
  await publish('2026-03-10', [byHouseholds({ validTo: '2026-08-01' })], { buildingsFrom: '2026-03-10' });
  expect(await weights('2026-02-20')).toEqual({ [beat]: 0.6, [redrawn]: 0.3 });
  expect(await weights('2026-03-10')).toEqual({ [beat]: 0.6 });
  expect(await weights('2026-08-01')).toEqual({});
});

test('two computations of one instant are one after the other', async () => {
  await publish('2026-01-10', [aLink()]);
  await publish('2026-01-10', [aLink({ weight: 0.5 })]);
  await publish('2026-01-10', [aLink()]);
  expect(await weights('2026-02-01')).toEqual({ [beat]: 0.6 });
});

test('a row names the run that first found it, and every run what it went through', async () => {
  await publish('2026-01-10', [aLink()]);
  await publish('2026-01-11', [aLink()], { scope: new RowScope({ rowBases: [] }) });
  const rows = await sqlOf(database.dataSource).query(
    `select run.scope, run.vertices, run.pairs, exists (select from link where run_id = run.id) as found from crosswalk_run run order by computed_at`,
  );
  expect(rows).toEqual([
    { scope: 'FULL', vertices: 12, pairs: 2, found: true },
    { scope: 'PARTIAL', vertices: 12, pairs: 2, found: false },
  ]);
});
