import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { BreakingOff } from '../../support/intake/breaking-off.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { buildings, matter, type MatterCells, matters } from '../../support/intake/lighthouse-rows.js';
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

const importOne = async (path: string, intake = city.intake()) =>
  (await intake.officeImport.importFiles({ department: 'lighthouse', files: [path] })).files[0]!;
const importMatters = (name: string, ...rows: readonly MatterCells[]) => importOne(files.write(`事项-${name}.csv`, matters(...rows)));
const titlesOf = (prefix: string) =>
  city.index.sql.query(`select local_id, title from matter where department = 'LIGHTHOUSE' and local_id like $1 order by 1`, [
    `${prefix}%`,
  ]);
/** Some matters of which every third is refused. */
const mixed = (prefix: string, count: number): readonly MatterCells[] =>
  Array.from({ length: count }, (_, i) => matter(`${prefix}${i + 10}`, i % 3 === 2 ? { state: 'GONE' } : {}));

describe('a file that was taken whole', () => {
  test('costs nothing but its hash when it comes again, whatever it is called', async () => {
    const first = await importMatters('1', matter('U-1'), matter('U-2'));
    const again = await importMatters('2', matter('U-1'), matter('U-2'));
    expect([first.unchanged, again.unchanged]).toEqual([false, true]);
    expect(again).toMatchObject({ runId: first.runId, read: 2, accepted: 2, changed: 0 });
  });

  test('is read again once another file has changed what it brought: the last word wins', async () => {
    await importMatters('1', matter('W-1', { title: '先' }));
    await importMatters('2', matter('W-1', { title: '后' }));
    const again = await importMatters('1', matter('W-1', { title: '先' }));
    expect([again.unchanged, again.changed]).toEqual([false, 1]);
    expect(await titlesOf('W')).toEqual([{ local_id: 'W-1', title: '先' }]);
  });

  test('with a refused row is read again, and counts as before', async () => {
    const first = await importMatters('1', ...mixed('Q-', 7));
    const again = await importMatters('1', ...mixed('Q-', 7));
    expect([first, again].map(({ unchanged, read, accepted, quarantined }) => [unchanged, read, accepted, quarantined])).toEqual([
      [false, 7, 5, 2],
      [false, 7, 5, 2],
    ]);
  });
});

describe('a file of an office that seals its matters', () => {
  const importSealed = (path: string) => importOne(path, city.intake(undefined, { ...lighthouse, sealsMatters: true }));

  test('is read again when it comes again: what was refused at home is taken once its unit is known', async () => {
    const path = files.write('事项.csv', matters(matter('H-1'), matter('H-2', { signal: 'RED', layer: 'lighthouse/beam', unit: '0009' })));
    const first = await importSealed(path);
    expect([first.unchanged, first.read, first.quarantined]).toEqual([false, 1, 0]);
    await importOne(files.write('灯区.csv', 'local_id,name,division,valid_from,lamp\n0009,新灯,990101001001,2026-02-01,LED\n'));
    const again = await importSealed(path);
    expect([again.unchanged, again.read, again.quarantined]).toEqual([false, 1, 0]);
    const held = await city.fronts.lighthouse.sql.query(
      `select local_id, stays_home from matter_record where local_id like 'H-%' order by 1`,
    );
    expect(held).toEqual([
      { local_id: 'H-1', stays_home: false },
      { local_id: 'H-2', stays_home: true },
    ]);
    expect(await titlesOf('H-')).toEqual([{ local_id: 'H-1', title: '灯光故障' }]);
  });

  test('is told by its name alone: its size beside the rows that are counted would tell of those at home', async () => {
    const { runId, read } = await importSealed(files.write('事项.csv', matters(matter('H-3', { signal: 'RED' }))));
    const told = await city.index.sql.query('select pack, file_name, file_bytes, file_sha256 from intake_run where id = $1', [runId]);
    expect([read, told]).toEqual([0, [{ pack: '事项.csv', file_name: null, file_bytes: null, file_sha256: null }]]);
  });
});

describe('a file that is broken off', () => {
  test('at any statement goes on where it was, and its run counts the whole file once', async () => {
    const rows = mixed('B-', 14);
    const measured = new BreakingOff(Infinity);
    await importOne(files.write('事项-0.csv', matters(...mixed('A-', 14))), city.intake(measured.interference));
    const rounds = process.env['SCALE'] === 'full' ? measured.statements : 9;
    for (let round = 0; round < rounds; round++) {
      const at = Math.floor((measured.statements * round) / rounds);
      const prefix = `B${round}-`;
      const path = files.write(`事项-${round}.csv`, matters(...rows.map((row, i) => ({ ...row, local_id: `${prefix}${i}` }))));
      await importOne(path, city.intake(new BreakingOff(at).interference)).catch(() => undefined);
      const { runId, read, accepted, quarantined, failure } = await importOne(path);
      expect({ at, counts: [read, accepted, quarantined, failure] }).toEqual({ at, counts: [14, 10, 4, null] });
      const [run] = await city.index.sql.query(
        `select state, rows_read, rows_accepted, (select count(*)::int from quarantined_row where run_id = intake_run.id) as kept,
                (select count(distinct row_number)::int from quarantined_row where run_id = intake_run.id) as places
           from intake_run where id = $1`,
        [runId],
      );
      expect({ at, run }).toEqual({ at, run: { state: 'DONE', rows_read: 14, rows_accepted: 10, kept: 4, places: 4 } });
      expect({ at, arrived: (await titlesOf(prefix)).length }).toEqual({ at, arrived: 10 });
    }
    expect(await city.index.sql.query(`select from intake_run where state = 'RUNNING'`)).toEqual([]);
  });

  test('by whoever stops it ends after the rows under way, and an id of theirs is still refused to later rows', async () => {
    const path = files.write(
      '事项.csv',
      matters(...Array.from({ length: 9 }, (_, i) => matter(`S-${i}`)), matter('S-0', { title: '又一次' })),
    );
    const stopping = new AbortController();
    const wish = { department: 'LIGHTHOUSE', files: [path], stop: stopping.signal, onProgress: () => stopping.abort() };
    const {
      files: [stopped],
      isStopped,
    } = await city.intake().officeImport.importFiles(wish);
    expect([isStopped, stopped!.failure]).toEqual([
      true,
      '事项.csv: stopped as asked, 4 rows are taken. Import the same file again: it goes on from there.',
    ]);
    const { runId, read, quarantined, refused, changed } = await importOne(path);
    expect([read, quarantined, refused.map(({ rowNumber }) => rowNumber), changed]).toEqual([10, 1, [11], 9]);
    expect(await city.fronts.lighthouse.sql.query(`select run_id from matter_record where local_id like 'S-%' group by 1`)).toEqual([
      { run_id: runId },
    ]);
  });
});

describe('F15: rows that come late', () => {
  const at = (hour: number, title: string): MatterCells =>
    matter('L-15', { title, updated_at: `2026-03-09T${String(hour).padStart(2, '0')}:00:00` });

  test('are left out where they are older than what is held, and told', async () => {
    await importMatters('15000', at(10, '十时'));
    const late = await importMatters('15001', at(9, '九时'));
    expect([late.accepted, late.older, late.changed]).toEqual([1, 1, 0]);
    expect(await titlesOf('L-15')).toEqual([{ local_id: 'L-15', title: '十时' }]);
    expect((await importMatters('15002', at(11, '十一时'))).older).toBe(0);
    expect(await titlesOf('L-15')).toEqual([{ local_id: 'L-15', title: '十一时' }]);
  });

  test('are older than what was said again in between, too', async () => {
    await importMatters('15003', at(15, '十一时'));
    expect((await importMatters('15004', at(14, '十四时'))).older).toBe(1);
    expect(await titlesOf('L-15')).toEqual([{ local_id: 'L-15', title: '十一时' }]);
  });

  test('are the last word where they do not say when', async () => {
    expect((await importMatters('15005', matter('L-15', { title: '无时' }))).changed).toBe(1);
    expect(await titlesOf('L-15')).toEqual([{ local_id: 'L-15', title: '无时' }]);
  });

  test('of elements and units are told from newer ones alike', async () => {
    const units = (name: string, hour: number): string =>
      `local_id,name,division,valid_from,lamp,updated_at\n0002,${name},990101001002,2021-05-01,OIL,2026-03-09T${hour}:00:00\n`;
    await importOne(files.write('楼栋.csv', buildings(['b-15', '新', '2026-03-09T12:00:00'])));
    await importOne(files.write('灯区.csv', units('新西灯', 12)));
    expect((await importOne(files.write('楼栋.csv', buildings(['b-15', '旧', '2026-03-09T11:00:00'])))).older).toBe(1);
    expect((await importOne(files.write('灯区.csv', units('旧西灯', 11)))).older).toBe(1);
    expect(await city.index.sql.query(`select name from element where source_id = 'b-15'`)).toEqual([{ name: '新' }]);
  });
});

test('F13: one file three times at once is one matter a row; who came second is turned away, and told', async () => {
  const path = files.write('事项.csv', matters(...Array.from({ length: 12 }, (_, i) => matter(`D-${i}`))));
  const ends = await Promise.allSettled([1, 2, 3].map(() => importOne(path)));
  const taken = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const away = ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as { code: string }).code] : []));
  expect(taken.length).toBeGreaterThan(0);
  expect([...new Set(away)]).toEqual(away.length === 0 ? [] : ['CONFLICT']);
  expect(await titlesOf('D-')).toHaveLength(12);
});

test('two offices import at the same time', async () => {
  const orchards = files.write(
    '事项.csv',
    'local_id,standard,kind,category,title,source,state,keeper,reported_at\n8001,orchard-2024,MATTER,7,虫,GRID,REPORTED,1199010000000002BN,2026-03-01T08:00:00\n',
  );
  const [one, other] = await Promise.all([
    importMatters('99', matter('Z-1')),
    city.intake().officeImport.importFiles({ department: 'orchard', files: [orchards] }),
  ]);
  expect([one.failure, other.files[0]!.failure]).toEqual([null, null]);
});
