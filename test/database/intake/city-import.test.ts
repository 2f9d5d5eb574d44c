import { changeFeed } from '../../../src/features/intake/storage/change-feed.js';
import { OwnFieldStore } from '../../../src/features/intake/storage/own-field-store.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { testSeal } from '../../support/access/test-seal.js';
import { BreakingOff } from '../../support/intake/breaking-off.js';
import { indexState, waitingRows } from '../../support/intake/index-state.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

const rows = <Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> =>
  city.index.sql.query<Row>(text, parameters);

describe('a city pack on its way into the index', () => {
  test('arrives whole: units measured and dated, elements and matters placed, counts and posts by unit', async () => {
    const { runs, changed } = await city.intake().cityImport.importPack(pack.folder);
    expect(runs.map(({ failure }) => failure)).toEqual([null, null, null]);
    expect(changed).toBeGreaterThan(0);
    expect(await waitingRows(Object.values(city.fronts))).toBe(0);
    expect(
      await rows(`select layer_key, local_id, generation, valid_from::text, valid_to::text, round(area_m2 / 1e4) as hectares from unit
        join unit_version on unit_id = unit.id order by layer_key, local_id`),
    ).toEqual([
      {
        layer_key: 'city/all-elements',
        local_id: '990101001001001',
        generation: 1,
        valid_from: '2024-01-01',
        valid_to: null,
        hectares: 108,
      },
      {
        layer_key: 'city/all-elements',
        local_id: '990101001001002',
        generation: 1,
        valid_from: '2024-01-01',
        valid_to: null,
        hectares: 108,
      },
      {
        layer_key: 'city/all-elements',
        local_id: '990101001002001',
        generation: 1,
        valid_from: '2024-01-01',
        valid_to: null,
        hectares: 108,
      },
      { layer_key: 'lighthouse/beam', local_id: '0001', generation: 1, valid_from: '2021-05-01', valid_to: null, hectares: 162 },
      { layer_key: 'lighthouse/beam', local_id: '0002', generation: 1, valid_from: '2021-05-01', valid_to: null, hectares: 162 },
      { layer_key: 'lighthouse/beam', local_id: '0003', generation: 1, valid_from: '2010-01-01', valid_to: '2018-01-01', hectares: 27 },
      { layer_key: 'lighthouse/watch', local_id: '夜班', generation: 1, valid_from: '2022-01-01', valid_to: null, hectares: 324 },
      { layer_key: 'orchard/row', local_id: '10', generation: 1, valid_from: '2020-01-01', valid_to: null, hectares: 19 },
      { layer_key: 'orchard/row', local_id: '5', generation: 1, valid_from: '2020-01-01', valid_to: null, hectares: 17 },
    ]);
    expect(
      await rows(`select element.kind, source_id, element.division_code, unit.local_id as grid from element left join unit on unit.id = grid_id
        where element.kind = 'BUILDING' or element.longitude is not null order by source_id`),
    ).toEqual([
      { kind: 'ORGANISATION', source_id: '1199010000000003CT', division_code: '990101001', grid: '990101001001002' },
      { kind: 'BUILDING', source_id: 'b-001', division_code: '990101001001', grid: '990101001001001' },
      { kind: 'BUILDING', source_id: 'b-002', division_code: '990101001001', grid: '990101001001002' },
      { kind: 'BUILDING', source_id: 'b-003', division_code: '990101001002', grid: '990101001001001' },
      { kind: 'ORGANISATION', source_id: 'harbour/berth/B-7', division_code: '990101001001', grid: '990101001001001' },
    ]);
    expect(await rows('select measure, value, suppressed from unit_count order by measure')).toEqual([
      { measure: 'lamps', value: null, suppressed: true },
      { measure: 'ships', value: 42, suppressed: false },
    ]);
    expect(await rows('select kind, vacant from post order by kind')).toEqual([
      { kind: 'FULL_TIME', vacant: true },
      { kind: 'GRID_LEADER', vacant: false },
      { kind: 'PART_TIME', vacant: false },
    ]);
  });

  test('keeps its runs with their counts, and each office’s age', async () => {
    await pack.replace('lighthouse/beam.csv', '0002,西灯', '2,西灯');
    await city.intake().cityImport.importPack(pack.folder);
    expect(
      await rows('select department, state, rows_read, rows_accepted, rows_quarantined from intake_run order by department nulls first'),
    ).toEqual([
      { department: null, state: 'DONE', rows_read: 18, rows_accepted: 18, rows_quarantined: 0 },
      { department: 'LIGHTHOUSE', state: 'DONE', rows_read: 16, rows_accepted: 10, rows_quarantined: 6 },
      { department: 'ORCHARD', state: 'DONE', rows_read: 5, rows_accepted: 5, rows_quarantined: 0 },
    ]);
    expect(await rows('select department, file, row_number, field, value from quarantined_row order by id')).toEqual([
      { department: 'LIGHTHOUSE', file: 'lighthouse/beam.csv', row_number: 3, field: 'local_id', value: '2' },
      { department: 'LIGHTHOUSE', file: 'lighthouse/beam.geojson', row_number: 2, field: 'local_id', value: '0002' },
      { department: 'LIGHTHOUSE', file: 'lighthouse/watch.csv', row_number: 2, field: 'members', value: '0002' },
      { department: 'LIGHTHOUSE', file: 'lighthouse/buildings.csv', row_number: 4, field: 'unit', value: '0002' },
      { department: 'LIGHTHOUSE', file: 'lighthouse/posts.csv', row_number: 4, field: 'local_id', value: '0002' },
      { department: 'LIGHTHOUSE', file: 'lighthouse/matters.csv', row_number: 3, field: 'unit', value: '0002' },
    ]);
    expect((await rows<{ as_of: Date }>('select as_of from office_state')).map(({ as_of: asOf }) => asOf)).toEqual([city.now, city.now]);
  });

  test('a sealed matter arrives under its category and division, without its point; one that stays home does not arrive at all', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    const matters = await rows<{ local_id: string }>(
      'select local_id, title, sealed, longitude, grid_id is not null as placed from matter order by local_id',
    );
    expect(matters).toEqual([
      { local_id: '7001', title: '叶片发黄', sealed: false, longitude: 117.013, placed: true },
      { local_id: '7002', title: '虫害', sealed: false, longitude: 117.021, placed: true },
      { local_id: 'L-1', title: '东灯不亮', sealed: false, longitude: 117.012, placed: true },
      { local_id: 'L-2', title: '西灯闪烁', sealed: false, longitude: null, placed: true },
      { local_id: 'L-3', title: '灯光故障（一号社区）', sealed: true, longitude: null, placed: true },
    ]);
    const kept = await city.fronts.lighthouse.sql.query('select local_id, text, stays_home from matter_record order by local_id');
    expect(kept.at(-1)).toEqual({ local_id: 'L-4', text: null, stays_home: true });
    const { parts } = testSeal('lighthouse');
    expect(await parts.open(city.fronts.lighthouse.sql, { kind: 'MATTER', key: 'L-4' })).toMatchObject({ name: null, text: '绝不外传。' });
  });

  test('nothing of the index, wherever one looks, holds the text of a matter or a word of one that stays home', async () => {
    await pack.append(
      'lighthouse/matters.csv',
      'L-5,light-2020,MATTER,none,控告另一人,绝不外传。,OFFICE,REPORTED,,x,,,,,,,,2026-02-28T11:00:00,,,true,RED\n',
    );
    await city.intake().cityImport.importPack(pack.folder);
    const tables = await rows<{ name: string }>(`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`);
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const found = await rows(`select 1 from ${name} whole where whole::text ~ '绝不外传|夜里看不见|住在三楼|控告|L-4|L-5|RED'`);
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  test('a unit without links places a matter by its office’s word, with the link’s weight elsewhere', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    expect(
      await rows(`select unit.layer_key, unit.local_id, weight from matter_placement join unit on unit.id = unit_id join matter on matter.id = matter_id
        where matter.local_id = 'L-2' order by layer_key`),
    ).toEqual([
      { layer_key: 'city/all-elements', local_id: '990101001001001', weight: 0.75 },
      { layer_key: 'lighthouse/beam', local_id: '0002', weight: 1 },
    ]);
  });

  test('an office’s own fields are read back by key, in order, a missing one as null', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    const reader = new OwnFieldStore(lighthouse, city.fronts.lighthouse.sql);
    const key = (localId: string) => ({ layerKey: 'lighthouse/beam', localId, generation: 1 });
    expect(await reader.ofUnits(aScope(), [key('0002'), key('9999'), key('0001')])).toEqual([
      { lamp: 'OIL', heightM: 31, litOn: null, automatic: false },
      null,
      { lamp: 'LED', heightM: 24, litOn: '2021-06-01', automatic: true },
    ]);
    expect(await reader.ofMatters(aScope(), ['L-4', 'L-1'])).toEqual([null, { signal: 'GREEN' }]);
    const strangers = aScope({ readings: readingsOf(['ORCHARD']) });
    expect(await reader.ofUnits(strangers, [key('0002')])).toEqual([null]);
    expect(await reader.ofMatters(strangers, ['L-1'])).toEqual([null]);
  });
});

describe('the same pack again', () => {
  test('changes nothing, also on another day', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    const first = await indexState(city.index);
    city.now = new Date('2026-03-19T08:00:00Z');
    const { changed, runs } = await city.intake().cityImport.importPack(pack.folder);
    expect([changed, runs.map((run) => run.changed)]).toEqual([0, [0, 0, 0]]);
    expect(await indexState(city.index)).toEqual(first);
  });

  test('with one word changed changes one record', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    await pack.replace('lighthouse/beam.csv', '东灯', '东塔灯');
    const { changed } = await city.intake().cityImport.importPack(pack.folder);
    expect(changed).toBe(1);
    expect(
      await rows(
        `select name, recorded_to is null as believed from unit_version join unit on unit.id = unit_id where local_id = '0001' order by recorded_from`,
      ),
    ).toEqual([
      { name: '东灯', believed: false },
      { name: '东塔灯', believed: true },
    ]);
  });

  test('with a unit left out ends it today; when its id comes back later it names another unit', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    const versions = () =>
      rows(`select generation, valid_from::text, valid_to::text from unit join unit_version on unit_id = unit.id and recorded_to is null
        where layer_key = 'orchard/row' and local_id = '5' order by generation`);
    const whole = await pack.read('orchard/row.geojson');
    await pack.write('orchard/row.geojson', whole.replace(/\{"type": "Feature", "properties": \{"RowNo": 5.*\n/, ''));
    await city.intake().cityImport.importPack(pack.folder);
    expect(await versions()).toEqual([{ generation: 1, valid_from: '2020-01-01', valid_to: '2026-03-11' }]);

    await pack.write('orchard/row.geojson', whole);
    await pack.replace('manifest.json', '"valid_from": "2020-01-01"', '"valid_from": "2026-05-01"');
    await city.intake().cityImport.importPack(pack.folder);
    expect(await versions()).toEqual([
      { generation: 1, valid_from: '2020-01-01', valid_to: '2026-03-11' },
      { generation: 2, valid_from: '2026-05-01', valid_to: null },
    ]);
  });

  test('into an index that was made anew brings everything there again from the fronts', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    const first = await indexState(city.index);
    const tables = await rows<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'event_stream')
          and tablename not like 'audit%'`,
    );
    await city.index.sql.query(`truncate ${tables.map(({ tablename }) => tablename).join(', ')}`);
    await city.intake().cityImport.importPack(pack.folder);
    expect(await indexState(city.index)).toEqual(first);
  });
});

describe('an import that is broken off', () => {
  test('at any statement leaves nothing half-merged, and the next import ends in the same state', async () => {
    const whole = new BreakingOff(Infinity);
    await city.intake(whole.interference).cityImport.importPack(pack.folder);
    const expected = await indexState(city.index);
    const rounds = process.env['SCALE'] === 'full' ? whole.statements : 8;
    for (let round = 0; round < rounds; round++) {
      const at = Math.floor((whole.statements * round) / rounds);
      const other = await anIntakeCity();
      try {
        const broken = new BreakingOff(at);
        await other
          .intake(broken.interference)
          .cityImport.importPack(pack.folder)
          .catch(() => undefined);
        expect(broken.statements).toBeGreaterThan(at);
        await other.intake().cityImport.importPack(pack.folder);
        expect({ at, state: await indexState(other.index) }).toEqual({ at, state: expected });
        expect(await waitingRows(Object.values(other.fronts))).toBe(0);
        expect(await other.index.sql.query(`select from intake_run where state = 'RUNNING'`)).toEqual([]);
      } finally {
        await other.close();
      }
    }
  });

  test('in one office’s file leaves that office as it was and takes the others', async () => {
    await pack.write('lighthouse/matters.csv', Buffer.from([0x80, 0x41]));
    const { runs } = await city.intake().cityImport.importPack(pack.folder);
    expect(runs.map(({ department, failure }) => [department, failure === null])).toEqual([
      [null, true],
      ['LIGHTHOUSE', false],
      ['ORCHARD', true],
    ]);
    expect(await city.fronts.lighthouse.sql.query('select from unit_record')).toEqual([]);
    expect(await rows(`select state, message ~ 'expected (UTF-8|text)' as told from intake_run where department = 'LIGHTHOUSE'`)).toEqual([
      { state: 'FAILED', told: true },
    ]);
    expect(await rows(`select from matter where department = 'ORCHARD'`)).toHaveLength(2);
    // Nobody vouches for an office that could not be read.
    expect(await rows('select department from office_state where as_of is not null')).toEqual([{ department: 'ORCHARD' }]);
  });
});

test('a second import at the same time is refused, and the first goes on', async () => {
  let underWay: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    underWay = resolve;
  });
  const first = city.intake().cityImport.importPack(pack.folder, { onProgress: () => underWay() });
  await reached;
  await expect(city.intake().cityImport.importPack(pack.folder)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'Expected no other import of this city to be under way; one is.',
  });
  expect((await first).runs.map(({ failure }) => failure)).toEqual([null, null, null]);
});

test('another city’s pack is refused', async () => {
  await city.intake().cityImport.importPack(pack.folder);
  await pack.replace('manifest.json', '"code": "990100"', '"code": "880100"');
  await expect(city.intake().cityImport.importPack(pack.folder)).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { held: '990100', given: '880100' },
  });
});

describe('the change feed', () => {
  test('leaves no gap when a lower id commits after a higher one', async () => {
    await city.intake().cityImport.importPack(pack.folder);
    const front = city.fronts.lighthouse;
    const enqueue = `insert into change_feed (kind, record_key) values ('UNIT', array['lighthouse/beam', $1, '1'])`;
    const takeAll = () =>
      front.transaction(async (sql) => {
        const batch = await changeFeed.take(sql, 'UNIT', 10);
        await changeFeed.acknowledge(sql, batch.ids);
        return batch.records.map(({ localId }) => localId);
      });
    const seen: string[] = [];
    await front.transaction(async (slow) => {
      await slow.query(enqueue, ['0001']);
      await front.transaction((quick) => quick.query(enqueue, ['0002']));
      seen.push(...(await takeAll()));
    });
    seen.push(...(await takeAll()));
    expect(seen).toEqual(['0002', '0001']);
  });
});
