import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import type { DataSource } from 'typeorm';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import { CityModels } from '../../../src/features/crosswalk/index.js';
import type { CoverageRecord, LinkRecord } from '../../../src/features/crosswalk/ports.js';
import { CrosswalkTables } from '../../../src/features/crosswalk/storage/crosswalk-tables.js';
import { PgIndexMarks } from '../../../src/features/crosswalk/storage/index-marks.js';
import { noModelFile } from '../../../src/features/crosswalk/storage/model-file.js';
import { publishCrosswalk } from '../../../src/features/crosswalk/storage/publish-crosswalk.js';
import { wireGrids } from '../../../src/features/grids/wiring.js';
import { unitUuid } from '../../../src/kernel/ids.js';
import type { Sql } from '../../../src/kernel/sql.js';
import { aPublication } from '../../support/crosswalk/a-publication.js';
import { anOpenDatabase } from '../../support/database/an-open-database.js';
import { seededAsync } from '../../support/geometry/seeded.js';

const layers = ['city/all-elements', 'lighthouse/beam', 'harbour/pier'] as const;
const unitsEach = 5;
const runId = randomUUID();
const today = '2026-11-22';
const clock = { now: () => new Date(`${today}T04:00:00Z`) };

let database: { readonly dataSource: DataSource; drop(): Promise<void> };
let sql: Sql;

beforeAll(async () => {
  database = await anOpenDatabase({ migrations: cityIndexMigrations });
  await runMigrations(database.dataSource);
  sql = sqlOf(database.dataSource);
  await sql.query(
    `insert into city (code, name_zh, name_en, time_zone, division_scheme, west, south, east, north, shift_days)
       values ('360200', '景德镇市', 'Jingdezhen', 'Asia/Shanghai', 'opaque', 117, 29, 118, 30, 0)`,
  );
  await sql.query(`insert into intake_run (id, pack, started_at, state) values ($1, 'test', now(), 'RUNNING')`, [runId]);
  for (const [ordinal, key] of layers.entries()) {
    await sql.query(
      `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal) values ($1, '层', 'Layer', true, true, 'opaque', true, $2)`,
      [key, ordinal],
    );
    for (let nth = 0; nth < unitsEach; nth++) await recordUnit(sql, key, nth, '2020-01-01');
  }
});
afterAll(() => database.drop());

async function recordUnit(on: Sql, layerKey: string, nth: number, validFrom: string): Promise<void> {
  const uuid = unitUuid(layerKey, String(nth), 1);
  await on.query(`insert into unit (id, layer_key, local_id, generation) values ($1, $2, $3, 1) on conflict do nothing`, [
    uuid,
    layerKey,
    nth,
  ]);
  await on.query(
    `insert into unit_version (unit_id, valid_from, recorded_from, name, as_of, content_hash, run_id) values ($1, $2, now(), 'unit', $2, 'hash', $3)`,
    [uuid, validFrom, runId],
  );
}

/** Only what nobody believes any more: so much of it that what a test touches is little, and is read alone. */
async function emptyTables(): Promise<void> {
  await sql.query('truncate link, coverage, crosswalk_run');
  await sql.query(
    `insert into link (source_id, target_id, basis, weight, inverse_weight, confidence, valid_from, recorded_from, recorded_to, run_id)
       select gen_random_uuid(), gen_random_uuid(), 'AREA', 1, 1, 1, '2019-01-01', '2019-01-01', '2019-01-02', $1 from generate_series(1, 1000)`,
    [runId],
  );
  await sql.query(
    `insert into coverage (unit_id, target_layer, basis, linked, omitted, uncovered, double_cover, valid_from, recorded_from, recorded_to, run_id)
       select gen_random_uuid(), $2, 'AREA', 1, 0, 0, 0, '2019-01-01', '2019-01-01', '2019-01-02', $1 from generate_series(1, 1000)`,
    [runId, layers[0]],
  );
}

const aModels = (): CityModels =>
  new CityModels({
    grids: wireGrids(sql, new Map(), clock),
    crosswalk: new CrosswalkTables(sql, transactionsOn(database.dataSource)),
    marks: new PgIndexMarks(sql),
    keeper: noModelFile,
  });

/** Everything that the models answer of links and coverage, as text. */
function answersOf(models: CityModels): string {
  const model = models.current();
  const bases = [undefined, 'AREA', 'CODE'] as const;
  return JSON.stringify(
    model.units.flatMap((unit) =>
      bases.map((basis) => [
        unit.uuid,
        model.links.of(unit, basis && { basis }).map(({ grid, ...link }) => ({ ...link, to: grid.uuid })),
        model.links.coverageOf(unit, model.layers, basis && { basis }),
      ]),
    ),
  );
}

async function insistOnFresh(models: CityModels): Promise<void> {
  await models.refresh();
  const fresh = aModels();
  await fresh.refresh();
  expect(answersOf(models)).toBe(answersOf(fresh));
}

const place = fc.record({ layer: fc.nat(layers.length - 1), nth: fc.nat(unitsEach - 1) });
const uuidAt = ({ layer, nth }: { layer: number; nth: number }): string => unitUuid(layers[layer]!, String(nth), 1);
const basis = fc.constantFrom('AREA' as const, 'CODE' as const);

const anyLinks = fc.uniqueArray(fc.record({ source: place, target: place, basis, share: fc.constantFrom(0.25, 0.5, 1) }), {
  maxLength: 30,
  selector: ({ source, target, basis: by }) => `${uuidAt(source)} ${uuidAt(target)} ${by}`,
});
const anyCoverage = fc.uniqueArray(
  fc.record({ unit: place, layer: fc.nat(layers.length - 1), basis, linked: fc.constantFrom(0, 0.5, 1) }),
  {
    maxLength: 30,
    selector: ({ unit, layer, basis: by }) => `${uuidAt(unit)} ${layer} ${by}`,
  },
);

const period = { validFrom: '2020-01-01', validTo: null, declarationId: null } as const;

const linkRecords = (links: typeof anyLinks extends fc.Arbitrary<infer Links> ? Links : never): readonly LinkRecord[] =>
  links.map(({ source, target, basis: by, share }) => ({
    sourceUuid: uuidAt(source),
    targetUuid: uuidAt(target),
    basis: by,
    weight: share,
    inverseWeight: 0.1 + share / 3,
    areaM2: by === 'AREA' ? share * 100 : null,
    confidence: 0.95,
    householdCounts: null,
    ...period,
  }));

const coverageRecords = (rows: typeof anyCoverage extends fc.Arbitrary<infer Rows> ? Rows : never): readonly CoverageRecord[] =>
  rows.map(({ unit, layer, basis: by, linked }) => ({
    unitUuid: uuidAt(unit),
    layerKey: layers[layer]!,
    basis: by,
    linked,
    omitted: 0,
    uncovered: 1 - linked,
    doubleCover: 0,
    ...period,
  }));

// Like computations that were begun in another order than they were committed in.
const anyInstant = fc.integer({ min: 0, max: 1_000_000 }).map((second) => new Date(Date.parse('2026-01-01T00:00:00Z') + second * 1000));

async function publish(on: Sql, links: readonly LinkRecord[], coverage: readonly CoverageRecord[], computedAt: Date): Promise<void> {
  await publishCrosswalk(on, aPublication(computedAt), { links, coverage });
}

test('a model renewed by what was touched since equals one that is read afresh, whatever was published in whatever order', async () => {
  await seededAsync(
    fc.asyncProperty(
      fc.array(fc.record({ links: anyLinks, coverage: anyCoverage, at: anyInstant, kept: fc.nat(30) }), { minLength: 1, maxLength: 5 }),
      async (publications) => {
        await emptyTables();
        const models = aModels();
        await models.refresh();
        let [links, coverage]: [readonly LinkRecord[], readonly CoverageRecord[]] = [[], []];
        const used = new Set<number>();
        for (const publication of publications) {
          // One instant for two publications would give two rows of one key.
          if (used.has(publication.at.getTime())) continue;
          used.add(publication.at.getTime());
          links = mixed(
            links.slice(0, publication.kept),
            linkRecords(publication.links),
            (row) => `${row.sourceUuid}${row.targetUuid}${row.basis}`,
          );
          coverage = mixed(
            coverage.slice(0, publication.kept),
            coverageRecords(publication.coverage),
            (row) => `${row.unitUuid}${row.layerKey}${row.basis}`,
          );
          await transactionsOn(database.dataSource)((on) => publish(on, links, coverage, publication.at));
          await insistOnFresh(models);
        }
      },
    ),
    25,
  );
});

test('what a transaction wrote that was open while others were read is found, although it is recorded as of before them', async () => {
  await emptyTables();
  const models = aModels();
  const links = linkRecords([{ source: { layer: 0, nth: 0 }, target: { layer: 1, nth: 0 }, basis: 'AREA', share: 0.5 }]);
  await transactionsOn(database.dataSource)(async (open) => {
    await open.query('insert into link select $1::uuid, $2::uuid, $3, 1, 1, null, 1, $4, null, $5, null, $6', [
      unitUuid(layers[2], '1', 1),
      unitUuid(layers[1], '1', 1),
      'AREA',
      '2020-01-01',
      '2020-01-01T00:00:00Z',
      randomUUID(),
    ]);
    await transactionsOn(database.dataSource)((on) => publish(on, links, [], new Date('2026-10-01T00:00:00Z')));
    await insistOnFresh(models);
    expect(models.current().links.size).toBe(1);
  });

  await insistOnFresh(models);
  expect(models.current().links.size).toBe(2);
});

test('units that come and go move the others, and the links stay with their units', async () => {
  await emptyTables();
  const models = aModels();
  const corners = [0, 2, 4].flatMap((nth) =>
    [0, 1].map((layer) => ({
      source: { layer, nth },
      target: { layer: layer + 1, nth: 4 - nth },
      basis: 'AREA' as const,
      share: 0.5 as const,
    })),
  );
  await transactionsOn(database.dataSource)((on) => publish(on, linkRecords(corners), [], new Date('2026-10-01T00:00:00Z')));
  await insistOnFresh(models);

  await recordUnit(sql, layers[1], 10, '2021-01-01');
  await sql.query(`update unit_version set recorded_to = now() where unit_id = $1`, [unitUuid(layers[0], '1', 1)]);
  await insistOnFresh(models);
  expect(models.current().links.size).toBe(corners.length);
});

test('rows that were taken away altogether leave no link behind', async () => {
  const models = aModels();
  await models.refresh();
  expect(models.current().links.size).toBeGreaterThan(1);
  await sql.query(`delete from link where source_id = (select min(source_id::text)::uuid from link)`);

  await insistOnFresh(models);
});

/** The later rows, and those of the earlier ones that they do not replace. */
function mixed<Row>(earlier: readonly Row[], later: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map([...earlier, ...later].map((row) => [keyOf(row), row])).values()];
}
