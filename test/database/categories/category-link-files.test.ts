import { CategoryLinkReader } from '../../../src/features/categories/storage/category-link-reader.js';
import { CategoryLinkTable } from '../../../src/features/categories/storage/category-link-table.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const header = 'from_standard,from_kind,from_code,to_standard,to_kind,to_code,relation,evidence,verified,valid_from,valid_to\n';
const bulb = 'light-2020,MATTER,0101,orchard-2024,MATTER,7,PART,示例,false,2026-01-01,\n';
const light = 'light-2020,MATTER,01,orchard-2024,MATTER,7,BROADER,示例,false,2026-01-01,\n';
const file = 'category-links.csv';
const [monday, tuesday, wednesday] = ['2026-03-09T08:00:00Z', '2026-03-10T08:00:00Z', '2026-03-11T08:00:00Z'].map(
  (text) => new Date(text),
) as [Date, Date, Date];

let city: IntakeCity;
let pack: PackCopy;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  await pack.replace(
    'manifest.json',
    '"organisations": [',
    `"categoryLinks": [{ "path": "${file}", "format": "csv" }], "organisations": [`,
  );
  await pack.write(file, header + bulb);
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

async function importAt(now: Date): Promise<void> {
  city.now = now;
  const { runs } = await city.intake().cityImport.importPack(pack.folder);
  expect(runs.map(({ failure }) => failure)).toEqual([null, null, null]);
}

/** What the tree disease of the orchard is said to be, on a day in March, as known then. */
async function seen(knownAt: Date | null): Promise<readonly string[]> {
  const [steps] = await new CategoryLinkReader(city.index.sql).ofKeys([{ standard: 'orchard-2024', kind: 'MATTER', code: '7' }], {
    at: '2026-03-12',
    knownAt,
  });
  return steps!.map(({ relation, to, evidence }) => `${relation} ${to.standard} ${to.code} ${evidence}`).toSorted();
}

const versions = () => city.index.sql.query('select * from category_link order by id');

test('links arrive with the pack, turned to whoever asks, and the same pack again changes nothing', async () => {
  await importAt(monday);
  expect(await seen(null)).toEqual(['PART light-2020 0101 示例']);
  const held = await versions();
  await importAt(tuesday);
  expect(await versions()).toEqual(held);
});

test('a row that names an unknown category is refused with the field, and the others go on', async () => {
  const [unknown, nowhere, itself, twice] = [
    bulb.replace('0101', '0199'),
    bulb.replace('orchard-2024,MATTER,7', 'orchard-2024,COMPONENT,7'),
    bulb.replace('orchard-2024,MATTER,7', 'light-2020,MATTER,0101'),
    'orchard-2024,MATTER,7,light-2020,MATTER,0101,PART,示例,false,2026-01-01,\n',
  ] as const;
  await pack.write(file, header + bulb + unknown + nowhere + itself + twice);
  await importAt(monday);
  expect(await city.index.sql.query('select file, row_number, field, value from quarantined_row order by id')).toEqual([
    { file, row_number: 3, field: 'from_code', value: '0199' },
    { file, row_number: 4, field: 'to_code', value: '7' },
    { file, row_number: 5, field: 'to_code', value: '0101' },
    { file, row_number: 6, field: 'from_standard', value: expect.stringContaining('2026-01-01') as string },
  ]);
  expect(await seen(null)).toEqual(['PART light-2020 0101 示例']);
});

test('a changed row and a row that is gone change what is believed, not what was', async () => {
  await importAt(monday);
  await pack.write(file, header + bulb.replace('示例', '更正') + light);
  await importAt(tuesday);
  expect(await seen(null)).toEqual(['NARROWER light-2020 01 示例', 'PART light-2020 0101 更正']);
  await pack.write(file, header + light);
  await importAt(wednesday);
  expect(await seen(null)).toEqual(['NARROWER light-2020 01 示例']);
  expect(await seen(tuesday)).toEqual(['NARROWER light-2020 01 示例', 'PART light-2020 0101 更正']);
  expect(await seen(monday)).toEqual(['PART light-2020 0101 示例']);
  expect(await seen(new Date('2026-03-01T00:00:00Z'))).toEqual([]);
});

test('a row that is refused takes no other link with it', async () => {
  await importAt(monday);
  await pack.write(file, header + bulb.replace('0101', '0199'));
  await importAt(tuesday);
  expect(await seen(null)).toEqual(['PART light-2020 0101 示例']);
});

test('what a person withdrew, a pack does not bring back', async () => {
  await importAt(monday);
  const table = new CategoryLinkTable();
  await city.index.transaction(async (sql) => {
    const [link] = await sql.query<{ uuid: string }>('select statement_id as uuid from category_link');
    const [body] = await sql.query<{ id: string }>(`select id from organisation where code = 'B-7'`);
    const declarant = { declaredBy: 'somebody', role: '科长', onBehalfOf: body!.id, document: '港发〔2026〕3号', recordedAt: tuesday };
    await table.end(sql, (await table.held(sql, link!.uuid))!, null, declarant);
  });
  await importAt(wednesday);
  expect(await seen(null)).toEqual([]);
  expect(await seen(monday)).toEqual(['PART light-2020 0101 示例']);
});
