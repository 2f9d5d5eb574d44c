import fc from 'fast-check';

import { csvLines } from '../../../../src/features/intake/export/csv-text.js';
import { bytesOf, exportEncodings, headOf } from '../../../../src/features/intake/export/text-encoding.js';
import { guarded, unguarded } from '../../../../src/features/intake/files/formula-guard.js';
import { readCsv } from '../../../../src/features/intake/files/read-csv.js';
import type { SourceRow } from '../../../../src/features/intake/rows/source-row.js';

const layout = { required: ['id', 'text'], optional: [] };
const file = { path: 'rows.csv', format: 'csv' as const };

async function readBack(csv: string): Promise<readonly string[]> {
  const texts: string[] = [];
  const pieces = (async function* () {
    yield await Promise.resolve(csv);
  })();
  for await (const row of readCsv(pieces, file, layout)) texts.push((row as SourceRow).text('text'));
  return texts;
}

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", "''-1"])(
    'A81: %j is led by an apostrophe, and read back as it was',
    async (text) => {
      const csv = csvLines([
        ['id', 'text'],
        ['007', text],
      ]);
      expect(csv).toContain(`'${text.replaceAll('"', '""')}`);
      expect(await readBack(csv)).toEqual([text]);
    },
  );

  it.each(["'tis", "it's =1", "'", "''", '007', '1.10101E+17'])('leaves %j alone', (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });

  it('A81: any text comes back as it was, whatever stands in it', async () => {
    const texts = fc.array(fc.string({ unit: fc.oneof(fc.constantFrom(...'=+-@\'"\t\r\n,;＝ 网'), fc.string({ unit: 'binary' })) }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const csv = csvLines([['id', 'text'], ...list.map((text, nth) => [String(nth), text])]);
        expect(await readBack(csv)).toEqual(list);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps numbers as numbers, without an exponent', () => {
    expect(csvLines([[117.203512345, -5, 1e-7, null]])).toBe('117.203512345,-5,0.0000001,\r\n');
  });
});

describe('the bytes of a text', () => {
  const decoded = (bytes: Buffer, encoding: string): string => new TextDecoder(encoding, { fatal: true }).decode(bytes);

  it.each(exportEncodings)('are the same text again in %s, rare characters among them', (encoding) => {
    const text = '䶮龥𠮷〇—“”·㎡😀\u{2A6D6}é';
    expect(decoded(bytesOf(text, encoding), encoding)).toBe(text);
  });

  it('begin with a byte order mark in UTF-8, by which a spreadsheet knows it', () => {
    expect(bytesOf(`${headOf('utf-8')}网`, 'utf-8').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(headOf('gb18030')).toBe('');
  });

  it('A81: no character becomes a question mark: one that GB 18030 gave away is refused by its code', () => {
    expect(() => bytesOf('旧字\uE81E', 'gb18030')).toThrow(/U\+E81E/);
    expect(decoded(bytesOf('旧字\uE81E', 'utf-8'), 'utf-8')).toBe('旧字\uE81E');
  });

  it.each(exportEncodings)('A81: NUL and half a character are refused in %s', (encoding) => {
    expect(() => bytesOf('a\u0000b', encoding)).toThrow(/U\+0000/);
    expect(() => bytesOf('a\uD800', encoding)).toThrow(/U\+D800/);
  });
});
