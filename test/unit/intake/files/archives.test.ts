import { readdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

import { OfficeFiles, rowsOf } from '../../../support/intake/office-files.js';
import { workbookFile } from '../../../support/intake/workbook-file.js';
import { type ZipEntry, zipFile } from '../../../support/intake/zip-file.js';

const layout = { required: ['local_id'], optional: [] };
const files = new OfficeFiles();
afterAll(() => files.remove());

const good: ZipEntry = { name: 'units.csv', content: 'local_id\n0001\n' };
const refused = (name: string, archive: Buffer) => files.refusal(name, archive, layout);

test('an archive of text files is several tables', async () => {
  const file = await files.open(
    '报送.zip',
    zipFile([
      { name: '2026/', content: '' },
      { ...good, name: '2026/units.csv' },
      { name: '事项.csv', content: 'local_id\n9\n', method: 0 },
      { name: '__MACOSX/._units.csv' },
    ]),
  );
  expect(file.tables.map(({ name, file: { path } }) => [name, path])).toEqual([
    ['units.csv', '报送.zip#2026/units.csv'],
    ['事项.csv', '报送.zip#事项.csv'],
  ]);
  const texts = await Promise.all(
    [0, 1].map(async (table) => (await rowsOf(file, layout, table)).rows.map((row) => `${row.file} ${row.text('local_id')}`)),
  );
  expect(texts.flat()).toEqual(['报送.zip#2026/units.csv 0001', '报送.zip#事项.csv 9']);
});

describe('A67: an archive that would harm is refused by the name of its entry, and nothing is written', () => {
  const zeros = Buffer.alloc(5_000_000);
  test.each<[string, ZipEntry, RegExp]>([
    ['a path upwards', { ...good, name: '../../etc/x.csv' }, /expected paths inside the archive.*"\.\.\/\.\.\/etc\/x\.csv"/],
    ['a path upwards in between', { ...good, name: 'a/../../x.csv' }, /paths inside the archive/],
    ['an absolute path', { ...good, name: '/etc/x.csv' }, /paths inside the archive/],
    ['a path of Windows', { ...good, name: 'a\\..\\x.csv' }, /paths inside the archive.*"a_\.\._x\.csv"/],
    ['a drive of Windows', { ...good, name: 'C:x.csv' }, /paths inside the archive/],
    ['a name with a NUL', { ...good, name: 'x.csv\u0000.txt' }, /paths inside the archive.*"x\.csv_\.txt"/],
    ['a symbolic link', { ...good, versionMadeBy: 0x0314, attributes: 0xa1ff0000 }, /plain files, no links/],
    ['a device', { ...good, versionMadeBy: 0x0314, attributes: 0x61b60000 }, /plain files, no links/],
    ['a password', { ...good, flags: 0x801 }, /without a password, but not so "units\.csv"/],
    ['strong encryption', { ...good, flags: 0x841 }, /without a password/],
    ['another way of packing', { ...good, method: 14 }, /stored or deflated/],
    ['an archive within', { ...good, name: 'inner.zip' }, /no archive within an archive, but not so "inner\.zip"/],
    ['a workbook within', { ...good, name: 'inner.xlsx' }, /no archive within an archive/],
    ['a file that is no table', { ...good, name: 'photo.jpg' }, /^hostile\.zip#photo\.jpg: expected a file whose name ends in/],
    [
      'a bomb by its own directory',
      { name: 'units.csv', packed: deflateRawSync(zeros), size: 5_000_000 },
      /at most 200 times the packed size/,
    ],
    [
      'a bomb that its directory keeps small',
      { name: 'units.csv', packed: deflateRawSync(zeros), size: 1_000 },
      /as many bytes as the directory says/,
    ],
    ['fewer bytes than told', { ...good, size: 900 }, /as many bytes as the directory says/],
    ['a wrong checksum', { ...good, checksum: 7 }, /the content that the checksum tells/],
    ['bytes that are no deflate', { ...good, packed: Buffer.from('no deflate at all'), size: 900 }, /as many bytes as the directory says/],
  ])('A67: %s', async (_, entry, message) => {
    const error = await refused('hostile.zip', zipFile([entry]));
    expect(error.message).toMatch(message);
    expect(['ARCHIVE_REJECTED', 'PACK_INVALID']).toContain(error.code);
    expect(error.message).toMatch(/^hostile\.zip/);
  });

  test('A67: two files of one name, whatever their case', async () => {
    const error = await refused('twice.zip', zipFile([good, { ...good, name: 'UNITS.csv' }]));
    expect([error.code, error.message]).toEqual(['ARCHIVE_REJECTED', 'twice.zip: expected each name once, but not so "UNITS.csv".']);
  });

  test('A67: entries that lie upon each other', async () => {
    const error = await refused('overlap.zip', zipFile([good, { ...good, name: 'other.csv', offset: 0 }]));
    expect(error.message).toBe('overlap.zip: expected files that lie apart from each other, but not so "units.csv".');
  });

  test('A67: more than 10,000 entries', async () => {
    const many = Array.from({ length: 10_001 }, (_, nth): ZipEntry => ({ name: `${nth}.csv`, packed: Buffer.from([3, 0]) }));
    expect((await refused('many.zip', zipFile(many))).message).toBe('many.zip: expected at most 10000 files in one archive.');
  });

  test.each([
    ['no archive at all', Buffer.from('local_id\n0001\n')],
    ['one that is cut off', zipFile([good]).subarray(0, -8)],
    ['an empty one', zipFile([])],
  ])('A67: %s', async (_, archive) => {
    expect((await refused('bad.zip', archive)).message).toMatch(/^bad\.zip: expected (a whole zip archive|files in the archive)/);
  });

  test('A67: the gate stands before a workbook as well', async () => {
    expect((await refused('bad.xlsx', zipFile([{ ...good, name: '../xl/workbook.xml' }]))).code).toBe('ARCHIVE_REJECTED');
    expect((await refused('none.xlsx', zipFile([good]))).message).toBe(
      'none.xlsx: expected an Excel workbook (.xlsx), the archive holds none.',
    );
    expect((await refused('sheetless.xlsx', workbookFile({ sheets: [] }))).message).toBe(
      'sheetless.xlsx: expected a sheet that is not hidden, the workbook has none.',
    );
  });

  test('A67: nothing but the archives themselves lies in their folder', () => {
    expect(readdirSync(files.folder).every((name) => /\.(zip|xlsx)$/.test(name))).toBe(true);
  });
});
