import type { UnitArrival } from '../../../src/features/grids/index.js';
import { PgUnitIndexWriter } from '../../../src/features/grids/storage/unit-index-writer.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';

const runId = '00000000-0000-4000-8000-000000000001';
const now = new Date('2026-03-01T00:00:00Z');

let city: IntakeCity;
const writer = new PgUnitIndexWriter({ now: () => now });

beforeAll(async () => {
  city = await anIntakeCity();
  await city.index.sql.query(`insert into intake_run (id, pack, started_at, state) values ($1, 'test', now(), 'RUNNING')`, [runId]);
  await city.index.sql.query(
    `insert into layer (key, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal) values ('lighthouse/beam', '灯', 'Beam', true, true, 'opaque', true, 1)`,
  );
});
afterAll(() => city?.close());

let serial = 0;
/** A unit of its own for each test. */
function aBeam(parts: Partial<UnitArrival> = {}): UnitArrival {
  return {
    layerKey: 'lighthouse/beam',
    localId: `beam ${(serial += 1)}`,
    generation: 1,
    name: '东灯',
    divisionCode: null,
    households: null,
    validFrom: '2020-01-01',
    validTo: null,
    boundary: null,
    areaM2: null,
    members: ['a', 'b;c'],
    buildings: [],
    asOf: '2026-01-01',
    contentHash: 'one',
    runId,
    ...parts,
  };
}

const apply = async (...units: UnitArrival[]): Promise<number> => (await city.index.transaction((sql) => writer.apply(sql, units))).length;

/** Versions from the oldest belief to the newest; `believed` marks those held for true now. */
const versionsOf = ({ localId }: UnitArrival): Promise<readonly object[]> =>
  city.index.sql.query(
    `select name, valid_from::text, valid_to::text, recorded_to is null as believed from unit_version join unit on unit.id = unit_id
      where local_id = $1 order by recorded_from, valid_from`,
    [localId],
  );

describe('a unit that arrives', () => {
  test('for the first time is written; the same again writes nothing', async () => {
    const beam = aBeam({
      boundary: [
        [
          [
            [117, 29],
            [117.1, 29],
            [117.1, 29.1],
            [117, 29],
          ],
        ],
      ],
      areaM2: 12.5,
    });
    expect([await apply(beam), await apply(beam), await apply({ ...beam, asOf: '2026-02-02' })]).toEqual([1, 0, 0]);
    expect(await versionsOf(beam)).toEqual([{ name: '东灯', valid_from: '2020-01-01', valid_to: null, believed: true }]);
    expect(
      await city.index.sql.query('select boundary, area_m2, members from unit_version join unit on unit.id = unit_id where local_id = $1', [
        beam.localId,
      ]),
    ).toEqual([{ boundary: { type: 'MultiPolygon', coordinates: beam.boundary }, area_m2: 12.5, members: ['a', 'b;c'] }]);
  });

  test('corrected, with the same beginning, replaces what was believed and leaves it readable', async () => {
    const beam = aBeam();
    await apply(beam);
    expect(await apply({ ...beam, name: '东塔', contentHash: 'two' })).toBe(1);
    expect(await versionsOf(beam)).toEqual([
      { name: '东灯', valid_from: '2020-01-01', valid_to: null, believed: false },
      { name: '东塔', valid_from: '2020-01-01', valid_to: null, believed: true },
    ]);
  });

  test('changed from a later day on keeps its earlier days', async () => {
    const beam = aBeam();
    await apply(beam);
    await apply({ ...beam, name: '新灯', validFrom: '2025-01-01', contentHash: 'two' });
    expect(await versionsOf(beam)).toEqual([
      { name: '东灯', valid_from: '2020-01-01', valid_to: null, believed: false },
      { name: '东灯', valid_from: '2020-01-01', valid_to: '2025-01-01', believed: true },
      { name: '新灯', valid_from: '2025-01-01', valid_to: null, believed: true },
    ]);
  });

  test('twice in one batch is written once, as it was last', async () => {
    const beam = aBeam();
    expect(await apply(beam, { ...beam, name: '末', contentHash: 'two' })).toBe(1);
    expect(await versionsOf(beam)).toEqual([{ name: '末', valid_from: '2020-01-01', valid_to: null, believed: true }]);
  });

  test('many times at one instant of the clock is still told apart', async () => {
    const beam = aBeam();
    for (const name of ['一', '二', '三']) await apply({ ...beam, name, contentHash: name });
    expect(await versionsOf(beam)).toEqual([
      { name: '一', valid_from: '2020-01-01', valid_to: null, believed: false },
      { name: '二', valid_from: '2020-01-01', valid_to: null, believed: false },
      { name: '三', valid_from: '2020-01-01', valid_to: null, believed: true },
    ]);
  });

  test('tells the event log of each change, with what is said of it now, and of no repetition', async () => {
    const beam = aBeam({ divisionCode: '990101001001' });
    await apply(beam);
    await apply(beam);
    await apply({ ...beam, name: '新灯', validFrom: '2025-01-01', contentHash: 'two' });

    const facts = { layer: 'lighthouse/beam', localId: beam.localId, generation: 1, validTo: null, redraw: null };
    expect(
      await city.index.sql.query(
        `select kind, version, department, division_code, payload from event_inbox where payload ->> 'localId' = $1 order by id`,
        [beam.localId],
      ),
    ).toEqual([
      {
        kind: 'UNIT_ADDED',
        version: 1,
        department: null,
        division_code: '990101001001',
        payload: { ...facts, name: '东灯', validFrom: '2020-01-01' },
      },
      {
        kind: 'UNIT_CHANGED',
        version: 3,
        department: null,
        division_code: '990101001001',
        payload: { ...facts, name: '新灯', validFrom: '2025-01-01' },
      },
    ]);
  });
});
