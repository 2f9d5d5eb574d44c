import { readGridModelParts } from '../../../src/features/grids/storage/grid-model-reader.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;
const first = new Date('2026-03-10T20:00:00Z');
const second = new Date('2026-04-02T02:00:00Z');

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  city.now = first;
  await city.intake().cityImport.importPack(pack.folder);
  city.now = second;
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

const read = (at: string | null, knownAt: Date | null) =>
  readGridModelParts(city.index.sql, { at, knownAt }, { gridTypes: new Map(), clock: { now: () => city.now } });
const again = () => city.intake().cityImport.importPack(pack.folder);
const divisionOf = async (code: string, at: string, knownAt: Date | null = null) =>
  (await read(at, knownAt))!.divisions.find((division) => division.code === code) ?? null;

describe('the city’s registers on two clocks', () => {
  test('a division renamed keeps its old name in what was known before', async () => {
    await pack.replace('divisions.csv', '一号社区', '壹号社区');
    const { runs } = await again();

    expect(runs[0]).toMatchObject({ changed: 1, failure: null });
    expect(await divisionOf('990101001001', '2010-01-01')).toMatchObject({ name: '壹号社区', validFrom: '2000-01-01' });
    expect(await divisionOf('990101001001', '2010-01-01', first)).toMatchObject({ name: '一号社区' });
  });

  test('a division renamed moves nothing that lies in it', async () => {
    const places = () =>
      city.index.sql.query(
        'select id, ctid::text, county_code, township_code, community_code from matter union all select id, ctid::text, county_code, township_code, community_code from element order by id',
      );
    const before = await places();
    await pack.replace('divisions.csv', '990101,东区', '990101,东方区');
    const { runs } = await again();

    expect(runs[0]).toMatchObject({ changed: 1, failure: null });
    expect(before.length).toBeGreaterThan(5);
    expect(await places()).toEqual(before);
  });

  test('a division that the register no longer lists ends today, and was not going to when that was not known', async () => {
    await pack.replace('divisions.csv', '990101001003,三号社区,COMMUNITY,990101001,RESIDENTS,2000-01-01,2015-01-01\n', '');
    await pack.replace('divisions.csv', '990101001002,二号社区,COMMUNITY,990101001,RESIDENTS,2000-01-01,\n', '');
    await again();

    expect(await divisionOf('990101001002', '2026-04-01')).toMatchObject({ validTo: '2026-04-02' });
    expect(await divisionOf('990101001002', '2026-04-02')).toBeNull();
    expect(await divisionOf('990101001002', '2026-04-02', first)).toMatchObject({ validTo: null });
    expect(await divisionOf('990101001003', '2010-01-01')).toMatchObject({ validTo: '2015-01-01' });
  });

  test('the same register again records nothing, and a change of it is told in the log', async () => {
    const rows = () => city.index.sql.query('select code, valid_from, recorded_from, recorded_to from division order by 1, 2, 3');
    const before = await rows();
    await again();
    expect(await rows()).toEqual(before);

    await pack.replace('divisions.csv', '码头街道', '港口街道');
    await again();
    const events = await city.index.sql.query<{ told: string }>(
      `select concat_ws(' ', kind, division_code, version, payload ->> 'name', payload ->> 'validTo', payload ->> 'divisions') as told
         from event_inbox where topic = 'division' order by id`,
    );
    expect(events.map(({ told }) => told)).toEqual([
      ...Array.from({ length: 6 }, () => expect.stringMatching(/^DIVISION_ADDED \d+ 1 /) as string),
      'DIVISIONS_RECORDED 1 6',
      'DIVISION_CHANGED 990101001 2 港口街道',
      'DIVISIONS_RECORDED 1 1',
    ]);
  });

  test('a layer renamed, and one that was not there yet, change no earlier answer', async () => {
    await pack.replace('manifest.json', '"zh": "灯区"', '"zh": "光区"');
    await again();

    const named = async (knownAt: Date | null) =>
      (await read('2026-04-01', knownAt))!.layers.map((layer) => `${layer.ordinal} ${layer.nameZh}`);
    expect(await named(null)).toEqual(['0 全要素网格', '1 光区', '2 值守区', '3 果行']);
    expect(await named(first)).toEqual(['0 全要素网格', '1 灯区', '2 值守区', '3 果行']);
  });

  test('a duty that is found to have ended was still in force in what was known before', async () => {
    const rows = (knownAt: Date) =>
      city.index.sql.query(
        'select count(*)::int as ended from duty where recorded_from <= $1 and (recorded_to is null or recorded_to > $1) and valid_to is not null',
        [knownAt],
      );
    const [header, one] = (await pack.read('duties.csv')).split('\n') as [string, string];
    const place = header.split(',').indexOf('valid_to');
    const ended = one.split(',').with(place, '2026-01-01').join(',');
    await pack.replace('duties.csv', one, ended);
    await again();

    expect([await rows(first), await rows(second)]).toEqual([[{ ended: 1 }], [{ ended: 2 }]]);
  });

  test('a day before the city’s first and an instant before its first record are refused by name', async () => {
    await expect(read('1949-12-31', null)).rejects.toMatchObject({ code: 'DATE_INVALID', details: { firstDay: '1950-01-01' } });
    await expect(read('1950-01-01', null)).resolves.toMatchObject({ at: '1950-01-01' });
    await expect(read(null, new Date(first.getTime() - 1))).rejects.toMatchObject({ code: 'DATE_INVALID' });
    await expect(read('9999-12-31', null)).resolves.toMatchObject({ at: '9999-12-31' });
  });
});
