import { randomUUID } from 'node:crypto';

import type { DataSource } from 'typeorm';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import type { CrosswalkPublication, CrosswalkRows, LinkRecord } from '../../../src/features/crosswalk/ports.js';
import { publishCrosswalk } from '../../../src/features/crosswalk/storage/publish-crosswalk.js';
import { aPublication } from '../../support/crosswalk/a-publication.js';
import { anOpenDatabase } from '../../support/database/an-open-database.js';

const [grid, beat, redrawn] = [randomUUID(), randomUUID(), randomUUID()];
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

const layers: Readonly<Record<string, string>> = { [grid]: 'x/grid', [beat]: 'y/beat', [redrawn]: 'y/beat' };

/** Publishes what was computed on a day, which is the whole truth unless `parts` names a scope. */
async function publish(at: string, links: readonly LinkRecord[], parts: Partial<CrosswalkPublication> = {}): Promise<void> {
  const rows: CrosswalkRows = { links, coverage: parts.coverage ?? [] };
  const publication = aPublication(new Date(`${at}T04:00:00Z`), { layerOf: (uuid) => layers[uuid]!, ...parts, ...rows });
  await transactionsOn(database.dataSource)((sql) => publishCrosswalk(sql, publication, rows));
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
