import { gzipSync } from 'node:zlib';

import { encode } from 'iconv-lite';

import type { SourceRow } from '../../../../src/features/intake/rows/source-row.js';
import { OfficeFiles } from '../../../support/intake/office-files.js';

const layout = { required: ['local_id', 'name'], optional: [] };
const files = new OfficeFiles();
afterAll(() => files.remove());

const rare = '𠮷㐀䶮，中文€';
const text = `local_id,name\n0001,东灯\n0002,${rare}\n`;
const names = (rows: readonly SourceRow[]): readonly string[] => rows.map((row) => row.text('name'));

const littleEndian = (words: string): Buffer => Buffer.from(`\uFEFF${words}`, 'utf16le');

describe('A64: a text is read by its byte order mark, else as strict UTF-8, else as strict GB18030', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030 with characters of four bytes', encode(text, 'gb18030')],
    ['GB18030 with a byte order mark', encode(`\uFEFF${text}`, 'gb18030', { addBOM: false })],
    ['UTF-16LE with a byte order mark', littleEndian(text)],
    ['UTF-16BE with a byte order mark', Buffer.from(littleEndian(text)).swap16()],
  ])('A64: %s gives the same characters', async (_, content) => {
    for (const [name, bytes] of [['a.csv', content] as const, ['a.csv.gz', gzipSync(content)] as const]) {
      const { rows, refused } = await files.read(name, bytes, layout);
      expect(names(rows)).toEqual(['东灯', rare]);
      expect(rows.map((row) => row.text('local_id'))).toEqual(['0001', '0002']);
      expect(refused).toEqual([]);
    }
  });

  test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
    'A64: characters that a reading cuts in two are whole again in %s',
    async (encoding) => {
      // Rows of odd lengths, so that 128 KiB end at every byte of a character.
      const lines = Array.from({ length: 30_000 }, (_, nth) =>
        `${nth},${'𠮷㐀䶮灯'.slice(0, 2 + (nth % 4))}`.toWellFormed().replaceAll('\uFFFD', ''),
      );
      const whole = `local_id,name\n${lines.join('\n')}\n`;
      const bytes = encoding.startsWith('utf-16') ? encode(whole, encoding) : encode(whole, encoding);
      const { rows } = await files.read('long.csv', bytes, layout, { encoding });
      expect(rows.map((row) => `${row.text('local_id')},${row.text('name')}`)).toEqual(lines);
    },
  );
});

describe('A64: an encoding is never guessed', () => {
  const utf8 = Buffer.from('local_id,name\n0001,东灯\n0002,西灯塔\n');
  const gbk = (line: string): Buffer => encode(`${line}\n`, 'gbk');

  test('A64: a GBK line in a UTF-8 file is named, and both encodings that were tried', async () => {
    const error = await files.refusal('mixed.csv', Buffer.concat([utf8, gbk('0003,南灯,')]), layout);
    expect([error.code, error.message]).toEqual([
      'ENCODING_UNDETECTED',
      'mixed.csv: expected UTF-8 or GB18030 throughout, but byte 46 (line 4) is no UTF-8 and byte 39 (line 3) is no GB18030.',
    ]);
    expect(error.hint).toMatch(/pasted from another system\. Save the file as UTF-8/);
    expect(error.messageZh).toContain('第 46 字节（第 4 行）不是 UTF-8');
  });

  test('A64: a UTF-8 line in a GBK file is named, even where its bytes are GB18030 as well', async () => {
    const content = Buffer.concat([gbk('local_id,name'), gbk('0001,东灯'), Buffer.from('0002,西灯\n'), gbk('0003,南灯')]);
    const error = await files.refusal('mixed.csv', content, layout);
    expect(error.message).toBe(
      'mixed.csv: expected one encoding throughout, but line 3 is UTF-8 and line 2 (byte 19) is no UTF-8, only GB18030.',
    );
  });

  test('A64: a byte order mark is not believed where the bytes say otherwise', async () => {
    const error = await files.refusal('marked.csv', Buffer.concat([Buffer.from('\uFEFFlocal_id,name\n'), gbk('0001,东灯')]), layout);
    expect(error.message).toBe('marked.csv: expected UTF-8 throughout, but byte 22 (line 2) is no UTF-8.');
  });

  test.each([
    ['UTF-16 that is cut off', littleEndian(text).subarray(0, -1), /expected UTF-16LE throughout, but byte \d+ is no UTF-16LE/],
    ['half a surrogate pair in UTF-16', littleEndian('local_id,name\n1,\uD842'), /byte 34 is no UTF-16LE/],
    ['UTF-16 without a byte order mark', Buffer.from(text, 'utf16le'), /many zero bytes: UTF-16 without a byte order mark/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x31, 0, 0, 0]), /got a byte order mark of UTF-32/],
    ['UTF-8 that ends within a character', Buffer.from(text).subarray(0, -2), /byte 50 \(line 3\) is no UTF-8/],
    [
      'GB18030 that ends within a character',
      encode('local_id,name\n0001,东灯', 'gb18030').subarray(0, -1),
      /byte 21 \(line 2\) is no GB18030/,
    ],
    ['a byte that no encoding knows', Buffer.concat([utf8, Buffer.from([0xff, 0x0a])]), /byte 41 \(line 4\) is no UTF-8/],
  ])('A64: %s is refused', async (_, content, message) => {
    const error = await files.refusal('bad.csv', content, layout);
    expect(error.code).toBe('ENCODING_UNDETECTED');
    expect(error.message).toMatch(message);
  });
});

describe('A64: GBK that is UTF-8 by chance', () => {
  test('A64: 联通, which fooled editors, is no strict UTF-8 and is read as GBK', async () => {
    const { rows } = await files.read('liantong.csv', encode('local_id,name\n1,联通\n', 'gbk'), layout);
    expect(names(rows)).toEqual(['联通']);
  });

  test('A64: a file whose only Chinese characters are GBK that is UTF-8 as well is refused, unless its encoding is declared', async () => {
    const content = encode('local_id,name\n1,一职\n', 'gbk');
    const error = await files.refusal('chance.csv', content, layout);
    expect(error.message).toBe(
      'chance.csv: expected one encoding that fits, but the file is UTF-8 without any Chinese character as well as GB18030.',
    );
    expect(names((await files.read('chance.csv', content, layout, { encoding: 'gb18030' })).rows)).toEqual(['一职']);
    expect(names((await files.read('chance.csv', content, layout, { encoding: 'utf-8' })).rows)).toEqual(['һְ']);
  });

  test('A64: one more Chinese character tells it', async () => {
    const { rows } = await files.read('told.csv', encode('local_id,name\n1,一职\n2,灯塔\n', 'gbk'), layout);
    expect(names(rows)).toEqual(['一职', '灯塔']);
  });

  test('A64: UTF-8 of a Latin script is not doubted', async () => {
    expect(names((await files.read('latin.csv', 'local_id,name\n1,Café\n', layout)).rows)).toEqual(['Café']);
  });
});

describe('A64: a declared encoding is held to strictly', () => {
  test('A64: bytes that break it, and a byte order mark that contradicts it', async () => {
    const gbk = encode(text, 'gb18030');
    expect((await files.refusal('declared.csv', gbk, layout, { encoding: 'utf-8' })).message).toBe(
      'declared.csv: expected UTF-8 throughout, but byte 19 (line 2) is no UTF-8.',
    );
    expect((await files.refusal('declared.csv', `\uFEFF${text}`, layout, { encoding: 'gb18030' })).message).toBe(
      'declared.csv: expected GB18030 as declared, got a byte order mark of UTF-8.',
    );
  });
});
