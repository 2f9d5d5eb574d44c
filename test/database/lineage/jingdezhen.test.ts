import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Succession } from '../../../src/features/lineage/index.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';
import { LineageCity } from '../../support/lineage/a-lineage-city.js';

interface Change {
  readonly year: string;
  readonly kind: string;
  readonly oldId: string;
  readonly oldName: string;
  readonly newId: string;
  readonly newName: string;
}

/** The changes of Jingdezhen's village-level codes between the national lists of 2018, 2020 and 2023. */
const changes: readonly Change[] = readFileSync(join(__dirname, '../../fixtures/jingdezhen/code-changes-2018-2023.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [, year, kind, oldId, oldName, newId, newName] = line.split(',') as [string, string, string, string, string, string, string];
    return { year, kind, oldId, oldName, newId, newName };
  });

/** The national list is closed on 30 June of its year. */
const dayOf = ({ year }: Change): string => `${year}-06-30`;
const watch = 'lighthouse/watch';

/** The codes that stand in 2023, as the layer's own file lists them. */
function unitsFile(): string {
  const gone = new Set(changes.filter(({ kind }) => kind === 'REMOVED' || kind === 'RECODED').map(({ oldId }) => oldId));
  const standing = new Map(changes.filter(({ newId }) => newId !== '').map((change) => [change.newId, change]));
  const rows = [...standing].filter(([code]) => !gone.has(code));
  const header = 'local_id,name,division,households,valid_from,valid_to,members,buildings,as_of,lamp,height_m,lit_on,automatic';
  const street = '360203011,竟成街道,,,2023-06-30,,,,,LED,,,';
  return (
    [
      header,
      street,
      ...rows.map(
        ([code, { newName, kind, ...change }]) =>
          `${code},${newName},,,${kind === 'RENAMED' ? '2010-01-01' : dayOf({ ...change, kind, newName })},,,,,LED,,,`,
      ),
    ].join('\n') + '\n'
  );
}

/** The same changes as a pack tells lineage: a code that goes to another street is re-parented as well. */
function lineageFile(): string {
  const rows = changes.flatMap((change) => {
    const { kind, oldId, oldName, newId } = change;
    if (kind === 'ADDED') return [];
    const row = (told: string): string => `${watch},${told},${oldId},${newId},${dayOf(change)},${oldName},统计用区划代码 ${change.year}`;
    return kind === 'RECODED' && oldId.slice(0, 9) !== newId.slice(0, 9) ? [row(kind), row('REPARENTED')] : [row(kind)];
  });
  const town = `${watch},RECODED,360203100,360203011,2023-06-30,竟成镇,统计用区划代码 2023`;
  return ['layer,kind,old_id,new_id,from,old_name,document', town, ...rows].join('\n') + '\n';
}

describe('the recodings of Jingdezhen, 2018 → 2020 → 2023', () => {
  let intake: IntakeCity;
  let pack: PackCopy;
  let city: LineageCity;
  beforeAll(async () => {
    [intake, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
    await pack.write('lighthouse/watch.csv', unitsFile());
    await pack.write('lineage.csv', lineageFile());
    await pack.replace('manifest.json', '"offices": [', '"lineage": [{ "path": "lineage.csv", "format": "csv" }], "offices": [');
    await intake.intake().cityImport.importPack(pack.folder);
    city = LineageCity.over(intake);
  });
  afterAll(async () => {
    await Promise.all([city?.close(), pack?.remove()]);
  });

  const resolved = async (localId: string, at?: string): Promise<unknown> => {
    const found = (await city.succession(localId, at)) as Succession | null;
    return found && [found.unit.name, found.successors.map(({ grid, weight, bounds }) => [grid.localId, grid.name, weight, bounds])];
  };
  const whole = { low: 1, high: 1 };

  test('are all taken in: none is refused, and the same pack again changes nothing', async () => {
    expect(await intake.index.sql.query('select file, row_number, field, value, rule from quarantined_row')).toEqual([]);
    const before = await intake.index.sql.query('select * from unit_lineage order by id');
    await intake.intake().cityImport.importPack(pack.folder);
    expect(await intake.index.sql.query('select * from unit_lineage order by id')).toEqual(before);
    expect(before.length).toBe(changes.filter(({ kind }) => kind === 'RECODED' || kind === 'RENAMED').length + 1 + movedAway().length);
  });

  test('every recoded committee resolves to its new code', async () => {
    for (const { oldId, oldName, newId, newName } of changes.filter(({ kind }) => kind === 'RECODED'))
      expect(await resolved(oldId)).toEqual([oldName, [[newId, newName, 1, whole]]]);
  });

  test('湖田村委会 360203100206 is 360203011206, and 竟成镇 is 竟成街道', async () => {
    expect(await resolved('360203100206')).toEqual(['湖田村委会', [['360203011206', '湖田村委会', 1, whole]]]);
    expect(await resolved('360203100')).toEqual(['竟成镇', [['360203011', '竟成街道', 1, whole]]]);
  });

  test('官庄居委会 moved to another street: recoded and re-parented, once and whole', async () => {
    expect(await resolved('360202001015')).toEqual(['官庄居委会', [['360202003001', '官庄居委会', 1, whole]]]);
    const { steps } = await city.reader.graph([city.uuid(watch, '360202001015')], 'FORWARD', null);
    expect(steps.map(({ kind }) => kind)).toEqual(['RECODED', 'REPARENTED']);
  });

  test('a rename keeps the code, and says so', async () => {
    const uuid = city.uuid(watch, '360203002001');
    const { steps } = await city.reader.graph([uuid], 'FORWARD', null);
    expect(steps.map(({ kind, fromUuid, toUuid, effectiveOn }) => [kind, fromUuid, toUuid, effectiveOn])).toEqual([
      ['RENAMED', uuid, uuid, '2023-06-30'],
    ]);
    expect((await city.model('2026-01-01')).unit(watch, '360203002001')?.name).toBe('陶艺社区居委会');
  });

  test('a code that was removed is retired without a successor', async () => {
    expect(await resolved('360203100002')).toEqual(['山水瑞园社区居委会', []]);
    expect(await resolved('360203003008')).toEqual(['罗家坞社区居委会', []]);
  });

  test('before the recoding the old code is in force, and the new one is not', async () => {
    const model = await city.model('2021-01-01');
    expect([model.unit(watch, '360203100206')?.name, model.unit(watch, '360203011206')]).toEqual(['湖田村委会', null]);
  });

  test('樊家井村委会 is not matched with 樊家井社区居委会 by name; it is once somebody declares it', async () => {
    expect(await resolved('360203100200')).toEqual(['樊家井村委会', []]);
    await city.declare({
      layerKey: watch,
      from: '360203100200',
      to: '360203011001',
      effectiveOn: '2023-06-30',
      document: '珠民字〔2023〕5号',
    });
    expect(await resolved('360203100200')).toEqual(['樊家井村委会', [['360203011001', '樊家井社区居委会', 1, whole]]]);
  });

  test('a code of 2018 is followed over 2020 to 2023', async () => {
    await city.declare({
      layerKey: watch,
      from: '360222104402',
      to: '360203100400',
      effectiveOn: '2020-06-30',
      document: '浮民字〔2020〕2号',
    });
    expect(await resolved('360222104402')).toEqual(['景德镇监狱工矿区社区', [['360203011400', '景德镇监狱社区', 1, whole]]]);
    expect(await resolved('360222104402', '2021-01-01')).toEqual(['景德镇监狱工矿区社区', [['360203100400', '景德镇监狱社区', 1, whole]]]);
  });

  test('a declaration without a document, or of a unit that never was, is refused', async () => {
    const declaration = { layerKey: watch, from: '360203100002', to: '360203011001', effectiveOn: '2020-06-30' };
    await expect((async () => city.declare({ ...declaration, document: '' }))()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(city.declare({ ...declaration, from: '000000000000', document: '文' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The new committee began later than the old one is said to have gone over to it.
    await expect(city.declare({ ...declaration, document: '文' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function movedAway(): readonly Change[] {
  return changes.filter(({ kind, oldId, newId }) => kind === 'RECODED' && oldId.slice(0, 9) !== newId.slice(0, 9));
}
