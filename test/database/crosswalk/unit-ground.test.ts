import { randomUUID } from 'node:crypto';

import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import type { GridModel } from '../../../src/features/grids/index.js';
import { PgUnitGroundReader } from '../../../src/features/grids/storage/unit-ground-reader.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { anOpenDatabase } from '../../support/database/an-open-database.js';

const nested = (side: number): number[][][][] => [[[[0, 0], [side, 0], [side, side], [0, side], [0, 0]]]]; // prettier-ignore

test('an outline is taken from the model only while the index believes the same one', async () => {
  const database = await anOpenDatabase({ migrations: cityIndexMigrations });
  await runMigrations(database.dataSource);
  const sql = sqlOf(database.dataSource);
  const [unit, run] = [randomUUID(), randomUUID()];
  await sql.query(`insert into intake_run (id, pack, started_at, state) values ($1, 'test', now(), 'DONE')`, [run]);
  await sql.query(
    `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal, recorded_from)
     values ('a/a', 'n', 'n', true, true, 's', true, 0, now())`,
  );
  await sql.query(`insert into unit (id, layer_key, local_id, generation) values ($1, 'a/a', '1', 1)`, [unit]);
  await sql.query(
    `insert into unit_version (unit_id, valid_from, recorded_from, name, as_of, content_hash, run_id, boundary, area_m2)
     values ($1, '2024-01-01', now(), 'n', '2024-01-01', '', $2, $3, 0.09)`,
    [unit, run, JSON.stringify({ type: 'MultiPolygon', coordinates: nested(0.3) })],
  );
  const held = (side: number): GridModel => {
    const known = { validFrom: '2024-01-01', rings: ringsFromNested(nested(side)), areaM2: side === 0.3 ? 0.09 : side * side };
    return { knownAt: null, unitByUuid: () => known } as unknown as GridModel;
  };
  const reader = new PgUnitGroundReader(sql);
  const [stale, same] = [held(0.5), held(0.3)];

  const [corrected] = await reader.believed(stale, []);
  expect(corrected!.rings).toEqual(ringsFromNested(nested(0.3)));
  const [unchanged] = await reader.believed(same, []);
  expect(unchanged!.rings).toBe(same.unitByUuid(unit)!.rings);
  await database.drop();
}, 60_000);
