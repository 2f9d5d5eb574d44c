import { FormReader } from '../../../src/features/catalogue/storage/forms/form-reader.js';
import { EditionTable } from '../../../src/features/catalogue/storage/lists/edition-table.js';
import { ListReader } from '../../../src/features/catalogue/storage/lists/list-reader.js';
import { findOrganisation } from '../../../src/features/elements/storage/find-organisation.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const listHeader =
  'list,edition,effective_from,published_by,standard,kind,category,division,organisation,task,temporary,valid_from,valid_to,document\n';
const light = '准入清单,1,2026-01-01,港网格〔2026〕1号,light-2020,MATTER,01,,1199010000000001AJ,发现即报,false,2026-01-01,,\n';
const tree = 'ADMISSION,1,2026-01-01,港网格〔2026〕1号,orchard-2024,MATTER,7,,,看树,true,2026-01-01,2027-01-01,\n';
const formHeader = '部门,分类标准,分类种类,类别代码,表单,表项编号,表项名称,取自,是否必填,起始日期\n';
const title = 'lighthouse,light-2020,MATTER,01,灯光登记表,title,标题,标题,是,2026-01-01\n';
const grid = 'lighthouse,light-2020,MATTER,01,灯光登记表,beam,光束编号,OFFICE_GRID,是,2026-01-01\n';
const [monday, tuesday] = [new Date('2026-03-09T08:00:00Z'), new Date('2026-03-10T08:00:00Z')];

let city: IntakeCity;
let pack: PackCopy;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  const files = '"lists": [{ "path": "lists.csv", "format": "csv" }], "forms": [{ "path": "forms.csv", "format": "csv" }], "duties": [';
  await pack.replace('manifest.json', '"duties": [', files);
  await pack.write('lists.csv', listHeader + light + tree);
  await pack.write('forms.csv', formHeader + title + grid);
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

async function importAt(now: Date): Promise<number> {
  city.now = now;
  const { runs, changed } = await city.intake().cityImport.importPack(pack.folder);
  expect(runs.map(({ failure }) => failure)).toEqual([null, null, null]);
  return changed;
}

async function lines(knownAt: Date | null): Promise<readonly string[]> {
  const lists = new ListReader(city.index.sql);
  const [edition] = await lists.editions('ADMISSION', knownAt);
  return edition ? (await lists.itemsOf(edition.uuid)).map(({ category, task }) => `${category.code} ${task}`) : [];
}

const quarantined = () => city.index.sql.query('select file, row_number, field from quarantined_row order by id');

test('lists and forms arrive with the pack, by Chinese headers and words too, and the same pack again changes nothing', async () => {
  await importAt(monday);
  expect(await quarantined()).toEqual([]);
  expect(await lines(null)).toEqual(['01 发现即报', '7 看树']);
  const [form] = await new FormReader(city.index.sql).inForce([{ standard: 'light-2020', kind: 'MATTER', code: '01' }], '2026-03-09');
  expect(form).toMatchObject({ department: 'LIGHTHOUSE', name: '灯光登记表' });
  expect(form!.items).toEqual([
    { key: 'title', label: '标题', filledFrom: 'TITLE', required: true },
    { key: 'beam', label: '光束编号', filledFrom: 'OFFICE_GRID', required: true },
  ]);
  expect(await importAt(tuesday)).toBe(0);
});

test('an edition that the pack tells anew is another from then on, and what was believed before stays answerable', async () => {
  await importAt(monday);
  await pack.write('lists.csv', listHeader + light.replace('发现即报', '发现后先处理'));
  await pack.write('forms.csv', formHeader + title);
  await importAt(tuesday);
  expect(await lines(null)).toEqual(['01 发现后先处理']);
  expect(await lines(monday)).toEqual(['01 发现即报', '7 看树']);
  expect(await city.index.sql.query('select 1 from office_form where recorded_to is null')).toHaveLength(1);
  expect(await city.index.sql.query('select 1 from office_form')).toHaveLength(2);
});

test('an edition that a person published stands, whatever the pack says', async () => {
  await importAt(monday);
  await city.index.sql.query('truncate list_item, list_edition cascade');
  const declarant = { declaredBy: 'a', role: 'b', document: '港网格〔2026〕9号', recordedAt: monday };
  await city.index.transaction(async (sql) => {
    const onBehalfOf = await findOrganisation(sql, '1199010000000001AJ');
    await new EditionTable().publish(
      sql,
      { kind: 'ADMISSION', number: 1, effectiveFrom: '2026-03-09', lines: [] },
      { ...declarant, onBehalfOf },
    );
  });
  await importAt(tuesday);
  expect(await lines(null)).toEqual([]);
});

test('rows are refused that leave a temporary matter without an end, contradict their edition, or ask for a person', async () => {
  const endless = tree.replace('2027-01-01', '');
  const otherDay = light.replace('1,2026-01-01', '1,2026-02-01').replace(',01,', ',0101,');
  const crossed = light.replace('1,2026-01-01', '2,2025-12-31');
  const nobody = light.replace('准入清单', '报到清单').replace('1199010000000001AJ', '');
  await pack.write('lists.csv', listHeader + light + endless + otherDay + crossed + nobody);
  await pack.write('forms.csv', formHeader + title + title.replace('title,标题', 'who,反映人姓名'));
  await importAt(monday);
  expect(await quarantined()).toEqual([
    { file: 'lists.csv', row_number: 3, field: 'valid_to' },
    { file: 'lists.csv', row_number: 4, field: 'effective_from' },
    { file: 'lists.csv', row_number: 5, field: 'effective_from' },
    { file: 'lists.csv', row_number: 6, field: 'organisation' },
    { file: 'forms.csv', row_number: 3, field: '表项名称' },
  ]);
  expect(await lines(null)).toEqual(['01 发现即报']);
});
