import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { buildings, matter, matters } from '../../support/intake/lighthouse-rows.js';
import { OfficeFiles } from '../../support/intake/office-files.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;
let files: OfficeFiles;

beforeAll(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  files = new OfficeFiles();
  await city.intake().cityImport.importPack(pack.folder);
});
afterAll(async () => {
  await Promise.all([city?.close(), pack?.remove(), files?.remove()]);
});

type Wish = Partial<Parameters<ReturnType<IntakeCity['intake']>['officeImport']['importFiles']>[0]>;
const importFiles = (paths: readonly string[], wish: Wish = {}) =>
  city.intake().officeImport.importFiles({ department: 'lighthouse', files: paths, ...wish });
const importOne = async (path: string, wish: Wish = {}) => (await importFiles([path], wish)).files[0]!;
const front = <Row extends object>(text: string): Promise<readonly Row[]> => city.fronts.lighthouse.sql.query<Row>(text);
const index = <Row extends object>(text: string): Promise<readonly Row[]> => city.index.sql.query<Row>(text);

describe('files of one office', () => {
  test('are taken by their names, in the order that their rows need, and end in the index', async () => {
    const beams = 'local_id,name,division,valid_from,lamp\n0007,新灯,990101001001,2026-01-01,LED\n';
    const outcome = await importFiles([
      files.write('事项-20260310.csv', matters(matter('N-1', { layer: 'lighthouse/beam', unit: '0007' }))),
      files.write('楼栋.csv', buildings(['b-9', '新楼'])),
      files.write('灯区.csv', beams),
    ]);
    expect(
      outcome.files.map(({ file, read, accepted, quarantined, changed, failure }) => [file, read, accepted, quarantined, changed, failure]),
    ).toEqual([
      ['灯区.csv', 1, 1, 0, 1, null],
      ['楼栋.csv', 1, 1, 0, 1, null],
      ['事项-20260310.csv', 1, 1, 0, 1, null],
    ]);
    expect([outcome.changed, outcome.isStopped]).toEqual([3, false]);
    expect(await index(`select local_id, title from matter where local_id = 'N-1'`)).toEqual([{ local_id: 'N-1', title: '灯不亮' }]);
    expect(await front('select count(*)::int as waiting from change_feed')).toEqual([{ waiting: 0 }]);
  });

  test('leave their name, hash and size with the run, and the row with the record', async () => {
    const { runId } = await importOne(files.write('matters.csv', matters(matter('P-1'), matter('P-2'))));
    expect(
      await index(
        `select file_name, length(file_sha256) as digits, file_bytes::int > 100 as sized, file_format, file_encoding from intake_run where id = '${runId}'`,
      ),
    ).toEqual([{ file_name: 'matters.csv', digits: 64, sized: true, file_format: 'csv', file_encoding: 'utf-8' }]);
    expect(
      await front(`select local_id, row_number, run_id = '${runId}' as brought from matter_record where local_id like 'P-%' order by 1`),
    ).toEqual([
      { local_id: 'P-1', row_number: 2, brought: true },
      { local_id: 'P-2', row_number: 3, brought: true },
    ]);
  });

  test('A62: an id twice in one file leaves one row and a conflict; in two offices it is two matters', async () => {
    const twice = await importOne(
      files.write(
        '事项.csv',
        matters(matter('7001'), ...Array.from({ length: 6 }, (_, i) => matter(`N-${i}`)), matter('7001', { title: '又一次' })),
      ),
    );
    expect([twice.read, twice.accepted, twice.quarantined]).toEqual([8, 7, 1]);
    expect(twice.refused).toEqual([
      expect.objectContaining({ rowNumber: 9, field: 'local_id', value: '7001', rule: expect.stringContaining('row 2') as string }),
    ]);
    expect(await index(`select department, title from matter where local_id = '7001' order by 1`)).toEqual([
      { department: 'LIGHTHOUSE', title: '灯不亮' },
      { department: 'ORCHARD', title: '叶片发黄' },
    ]);
  });

  test('A62: an id that comes back after its unit has ended names another unit', async () => {
    await importOne(files.write('灯区.csv', 'local_id,name,division,valid_from,lamp\n0003,再灯,990101001001,2026-02-01,LED\n'));
    expect(
      await index(
        `select generation, name from unit join unit_version on unit_id = unit.id and recorded_to is null where local_id = '0003' order by 1`,
      ),
    ).toEqual([
      { generation: 1, name: '旧灯' },
      { generation: 2, name: '再灯' },
    ]);
  });

  test('A75: points at zero, beyond the city or in metres are quarantined, each with what to do', async () => {
    const points = [
      ['0', '0'],
      ['116.4', '39.9'],
      ['39446123.12', '3245678.5'],
      ['29.012', '117.012'],
    ] as const;
    const { refused, accepted } = await importOne(
      files.write('事项.csv', matters(...points.map(([longitude, latitude], i) => matter(`N-${i}`, { longitude, latitude })))),
    );
    expect(accepted).toBe(0);
    expect(refused.map(({ rowNumber, value, remedy }) => [rowNumber, value, remedy.split(/[:;.]/)[0]])).toEqual([
      [2, '0, 0', 'Leave both cells empty where no place is known'],
      [3, '116.4, 39.9', 'Check the coordinates and their datum (EPSG'],
      [4, '39446123.12, 3245678.5', 'These are metres of a projection, not degrees (Beijing 54, Xi’an 80 or CGCS2000 by Gauss–Krüger)'],
      [5, '29.012, 117.012', 'Longitude and latitude are swapped'],
    ]);
  });

  test('A77: times to come and before 2000 are stored and told', async () => {
    const { accepted, findings } = await importOne(
      files.write(
        '事项.csv',
        matters(
          matter('F-1', { reported_at: '2026-03-11T04:20:00' }),
          matter('F-2', { reported_at: '1899-12-31T08:00:00' }),
          matter('F-3'),
        ),
      ),
    );
    expect(accepted).toBe(3);
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'ODD_TIME', layerKey: null, measures: expect.objectContaining({ rows: 2, row: 2 }) as object }),
    ]);
    expect(await index(`select reported_at from matter where local_id = 'F-1'`)).toEqual([
      { reported_at: new Date('2026-03-10T20:20:00Z') },
    ]);
    expect(await index(`select kind from run_finding`)).toEqual([{ kind: 'ODD_TIME' }]);
  });

  test('a trial judges all and writes nothing', async () => {
    const path = files.write('事项.csv', matters(matter('T-1'), matter('T-2', { state: 'GONE' })));
    const before = await index('select count(*)::int as runs from intake_run');
    const { read, quarantined, changed } = await importOne(path, { isTrial: true });
    expect([read, quarantined, changed]).toEqual([2, 1, 1]);
    expect(await front(`select from matter_record where local_id like 'T-%'`)).toEqual([]);
    expect(await index('select count(*)::int as runs from intake_run')).toEqual(before);
  });

  test.each([
    [
      '汇总.csv',
      {},
      /^汇总\.csv: expected a name that tells what the rows are, got "汇总\.csv"\. Known: 灯区 \(beam\), 灯区边界 \(beam-boundaries\)/,
    ],
    ['beam-boundaries.geojson', {}, /^beam-boundaries\.geojson: expected the rows of 灯区 \(beam\) beside their boundaries\.$/],
    ['事项.csv', { part: 'everything' }, /got "everything"\. Known: /],
    ['事项.csv', { department: 'no-such' }, /^Expected one of the offices lighthouse, orchard, got "no-such"\.$/],
  ] as const)('%s is refused before anything is written where nobody can tell what it is', async (name, wish, message) => {
    await expect(importFiles([files.write(name, name.endsWith('csv') ? matters() : '{}')], wish)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message,
    });
  });

  test('A74: a layer that lies 480 m off the layers of others is taken, and told', async () => {
    const held = await front<{ local_id: string; name: string; boundary: number[][][][] }>(
      `select local_id, name, boundary from unit_record where layer_key = 'lighthouse/beam' and valid_to is null and boundary is not null`,
    );
    const features = (eastM: number): unknown[] =>
      held.map(({ local_id, name, boundary }) => ({
        type: 'Feature',
        properties: { local_id, name, division: '990101001001', valid_from: '2021-05-01', lamp: 'LED' },
        geometry: {
          type: 'MultiPolygon',
          coordinates: boundary.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x! + eastM / 97_360, y!]))),
        },
      }));
    const layer = (eastM: number): string => JSON.stringify({ type: 'FeatureCollection', features: features(eastM) });
    const inPlace = await importOne(files.write('灯区-1.geojson', layer(0)));
    const moved = await importOne(files.write('灯区-2.geojson', layer(480)));
    expect(inPlace.findings).toEqual([]);
    expect([moved.failure, moved.quarantined, moved.findings.map(({ kind, layerKey }) => [kind, layerKey])]).toEqual([
      null,
      0,
      [['DATUM_OFFSET', 'lighthouse/beam']],
    ]);
    expect(Math.abs(Number(moved.findings[0]!.measures['eastM']) + 480)).toBeLessThan(60);
    await importOne(files.write('灯区-1.geojson', layer(0)));
  });

  test('do not end units that they do not list, unless they are said to list them all', async () => {
    const path = files.write('灯区.csv', 'local_id,name,division,valid_from,lamp\n0001,东灯,990101001001,2021-05-01,LED\n');
    const standing = () =>
      front(
        `select local_id from unit_record where layer_key = 'lighthouse/beam' and valid_to is null and boundary is not null order by 1`,
      );
    await importOne(path);
    expect(await standing()).toEqual([{ local_id: '0001' }, { local_id: '0002' }]);
    await importOne(path, { isWholeLayer: true });
    expect(await standing()).toEqual([{ local_id: '0001' }]);
  });
});
