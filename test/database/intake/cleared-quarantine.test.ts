import { RunDesk } from '../../../src/features/intake/runs/run-desk.js';
import { IntakeRunStore } from '../../../src/features/intake/storage/intake-run-store.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const matters = 'lighthouse/matters.csv';
const head = 'local_id,standard,kind,category,title,text,source,state,office_state,keeper';
const rowOf = (localId: string, state: string): string => `${localId},light-2020,MATTER,01,灯坏了,,GRID,${state},,1199010000000001AJ\n`;

let city: IntakeCity;
let pack: PackCopy;

beforeAll(async () => {
  city = await anIntakeCity();
});
beforeEach(async () => {
  pack = await PackCopy.make();
});
afterEach(async () => {
  await pack.remove();
  await city.index.sql.query('delete from quarantined_row');
});
afterAll(async () => {
  await city?.close();
});

/** Imports the pack a minute later than the time before. */
async function importPack(): Promise<string> {
  city.now = new Date(city.now.getTime() + 60_000);
  const { runs } = await city.intake().cityImport.importPack(pack.folder);
  for (const run of runs) expect(run.read).toBe(run.accepted + run.quarantined);
  return runs.find(({ department }) => department === 'LIGHTHOUSE')!.runId;
}

/** Matters without the columns that may be left out. */
const writeMatters = (file: string, ...rows: readonly string[]): Promise<void> => {
  const full = rows.map((row) => row.replace('\n', ',2026-02-27T10:00:00\n'));
  return pack.write(file, `${head},reported_at\n${full.join('')}`);
};

interface Row {
  readonly file: string;
  readonly row: number | null;
  readonly key: string | null;
  readonly cleared: string | null;
}

/** All refused matters ever, oldest first: those that are open have not been cleared by a run. */
const refused = (): Promise<readonly Row[]> =>
  city.index.sql.query<Row>(
    `select file, row_number as row, record_key as key, case when cleared_at is not null then cleared_by end as cleared
       from quarantined_row where part = 'MATTERS' order by id`,
  );
const keyOf = (localId: string): string => JSON.stringify(['MATTER', localId]);

describe('a refused row', () => {
  test('is open until its file is read again without the fault', async () => {
    await writeMatters(matters, rowOf('L-1', 'REPORTED'), rowOf('L-2', 'DANCING'));
    await importPack();
    expect(await refused()).toEqual([{ file: matters, row: 3, key: keyOf('L-2'), cleared: null }]);
    await writeMatters(matters, rowOf('L-1', 'REPORTED'), rowOf('L-2', 'REPORTED'));
    const run = await importPack();
    expect(await refused()).toEqual([{ file: matters, row: 3, key: keyOf('L-2'), cleared: run }]);
  });

  test('that is refused again is open once, and all of its history stays', async () => {
    await writeMatters(matters, rowOf('L-1', 'DANCING'), rowOf('L-2', 'DANCING'));
    await importPack();
    await writeMatters(matters, rowOf('L-1', 'DANCING'), rowOf('L-2', 'REPORTED'));
    const run = await importPack();
    const rows = await refused();
    expect(rows.map(({ row, cleared }) => ({ row, cleared }))).toEqual([
      { row: 2, cleared: run },
      { row: 3, cleared: run },
      { row: 2, cleared: null },
    ]);
  });

  test('is cleared by a row of another file that brings the same record', async () => {
    await writeMatters(matters, rowOf('L-1', 'DANCING'), rowOf('L-2', 'DANCING'));
    await importPack();
    await pack.replace('manifest.json', matters, 'lighthouse/later.csv');
    await writeMatters('lighthouse/later.csv', rowOf('L-2', 'REPORTED'));
    const run = await importPack();
    expect((await refused()).map(({ key, cleared }) => ({ key, cleared }))).toEqual([
      { key: keyOf('L-1'), cleared: null },
      { key: keyOf('L-2'), cleared: run },
    ]);
  });

  test('is not cleared by a matter that stays home, which nothing tells of', async () => {
    await writeMatters(matters, rowOf('H-2', 'DANCING'));
    await importPack();
    await pack.replace('manifest.json', matters, 'lighthouse/later.csv');
    const home = rowOf('H-2', 'REPORTED').replace('\n', ',2026-02-27T10:00:00,RED\n');
    await pack.write('lighthouse/later.csv', `${head},reported_at,signal\n${home}`);
    await importPack();
    expect(await refused()).toEqual([{ file: matters, row: 2, key: null, cleared: null }]);
  });

  test('behind a place at which reading broke off stays open, as it was not seen again', async () => {
    await writeMatters(matters, rowOf('L-1', 'DANCING'), rowOf('L-2', 'REPORTED'), rowOf('L-3', 'DANCING'));
    await importPack();
    await writeMatters(matters, rowOf('L-1', 'REPORTED'), '"L-2,light-2020\n', rowOf('L-3', 'REPORTED'));
    const run = await importPack();
    const open = (await refused()).filter(({ cleared }) => cleared === null);
    expect((await refused()).find(({ key }) => key === keyOf('L-1'))?.cleared).toBe(run);
    expect(open.map(({ key }) => key)).toEqual([keyOf('L-3'), null]);
  });

  test('of the city’s own files is cleared by reading them again', async () => {
    await pack.append('divisions.csv', '990101009,悬空街道,TOWNSHIP,990199,SUBDISTRICT,1990-01-01,\n');
    await importPack();
    await pack.replace('divisions.csv', '990101009,悬空街道,TOWNSHIP,990199', '990101009,悬空街道,TOWNSHIP,990101');
    await importPack();
    expect(await city.index.sql.query(`select file, cleared_at is null as open from quarantined_row where department is null`)).toEqual([
      { file: 'divisions.csv', open: false },
    ]);
  });
});

describe('a run that fails', () => {
  const desk = (): RunDesk => new RunDesk(new IntakeRunStore(city.index.sql), { now: () => city.now });
  const about = { department: 'LIGHTHOUSE', pack: 'two-offices' };

  test('clears nothing, and what it refused is not open beside what is', async () => {
    await writeMatters(matters, rowOf('L-1', 'DANCING'));
    await importPack();
    const failing = desk().run(about, async ({ freshTally }) => {
      const tally = await freshTally();
      const { file, part } = { file: matters, part: 'MATTERS' };
      tally.refuse({ file, part, rowNumber: 2, field: 'state', value: null, rule: 'BAD_USER_INPUT: expected a state', remedy: 'Mend it.' });
      tally.read({ file, part, brokenOffAt: null });
      tally.accept(1, keyOf('L-1'));
      await tally.flush();
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    const [first, second] = await refused();
    expect(first!.cleared).toBeNull();
    expect(second!.cleared).not.toBeNull();
  });

  test('that was killed takes its marks with it when the next import finds it', async () => {
    await writeMatters(matters, rowOf('L-1', 'DANCING'));
    const first = await importPack();
    await city.index.sql.query(`insert into intake_run (id, department, pack, started_at, state)
      values ('00000000-0000-4000-8000-000000000001', 'LIGHTHOUSE', 'two-offices', now(), 'RUNNING')`);
    await city.index.sql.query(`update quarantined_row set cleared_by = '00000000-0000-4000-8000-000000000001' where run_id = $1`, [first]);
    await pack.replace('manifest.json', matters, 'lighthouse/later.csv');
    await writeMatters('lighthouse/later.csv', rowOf('L-9', 'REPORTED'));
    await importPack();
    expect((await refused()).map(({ cleared }) => cleared)).toEqual([null]);
  });
});
