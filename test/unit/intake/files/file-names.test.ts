import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { displayName } from '../../../../src/features/intake/files/display-name.js';
import { openOfficeFile } from '../../../../src/features/intake/index.js';
import { OfficeFiles } from '../../../support/intake/office-files.js';

const files = new OfficeFiles();
afterAll(() => files.remove());

describe('A68: a file’s name is made safe before it is shown, stored or printed', () => {
  test.each([
    ['a newline', '事项\n2026.csv', '事项_2026.csv'],
    ['what tells lists and commands apart', '事项;rm -rf `x`"\'.csv', '事项_rm -rf _x___.csv'],
    ['a direction of writing turned around', '事项\u202Evsc.exe', '事项_vsc.exe'],
    ['colours of a terminal', '\u001b[31m事项.csv', '_[31m事项.csv'],
    ['a path', '../../etc/事项.csv', '事项.csv'],
    ['half a character', '事项\uD842.csv', '事项\uFFFD.csv'],
    ['nothing', '', 'file'],
  ])('A68: %s', (_, name, shown) => {
    expect(displayName(name)).toBe(shown);
  });

  test('A68: 300 bytes and more are cut between characters, the ending kept', () => {
    const shown = displayName(`${'𠮷'.repeat(300)}.csv.gz`);
    expect([...shown].length).toBe(120);
    expect(shown).toMatch(/^𠮷+….gz$/u);
  });

  test('A68: rows and errors of such a file name it safely', async () => {
    const layout = { required: ['local_id'], optional: [] };
    const { rows } = await files.read('事\n项\u202E.csv', 'local_id\n1\n', layout);
    expect(rows[0]!.file).toBe('事_项_.csv');
    expect((await files.refusal('事\n项.csv', '', layout)).message).toMatch(/^事_项\.csv: /);
  });
});

test('an opened file tells its hash and size as it lies there, and one table called after it', async () => {
  const content = 'local_id\n0001\n';
  const file = await files.open('units-2026.csv', content);
  expect(file).toMatchObject({
    name: 'units-2026.csv',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    tables: [{ name: 'units-2026.csv', file: { path: 'units-2026.csv', format: 'csv' } }],
  });
});

test.each([
  [
    'a file of another kind',
    'units.pdf',
    'x',
    'units.pdf: expected a file whose name ends in .csv, .xlsx, .geojson, .json (text perhaps followed by .gz) or .zip.',
  ],
  [
    'gzip that is cut off',
    'units.csv.gz',
    Buffer.from([0x1f, 0x8b, 8, 0, 0]),
    'units.csv.gz: expected a whole gzip file, its contents are damaged or cut off.',
  ],
])('%s is refused by name', async (_, name, content, message) => {
  const error = await files.refusal(name, content, { required: [], optional: [] });
  expect([error.code, error.message]).toEqual(['PACK_INVALID', message]);
});

test('a file that is not there, or is a folder, is refused by name', async () => {
  await expect(openOfficeFile(join(files.folder, 'none.csv'))).rejects.toThrow('none.csv: expected a file that can be read, got ENOENT.');
  await expect(openOfficeFile(`${files.folder}/../${files.folder.split('/').at(-1)}`)).rejects.toThrow(/expected a file/);
});

test('another file that takes the place of an opened one is not read', async () => {
  const file = await files.open('stands.csv', 'local_id\nold\n');
  await writeFile(join(files.folder, 'other.csv'), 'local_id\nnew\n');
  const { rename } = await import('node:fs/promises');
  await rename(join(files.folder, 'other.csv'), join(files.folder, 'stands.csv'));
  const texts: string[] = [];
  for await (const row of file.source.rows(file.tables[0]!.file, { required: ['local_id'], optional: [] }))
    if ('text' in row) texts.push(row.text('local_id'));
  expect(texts).toEqual(['old']);
});
