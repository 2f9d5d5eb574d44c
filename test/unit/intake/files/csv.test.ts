import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';

import { type SplitRecord, splitRecords } from '../../../../src/features/intake/files/csv/split-records.js';
import { OfficeFiles, type RowsRead } from '../../../support/intake/office-files.js';

const layout = { required: ['local_id', 'name'], optional: ['note'], headersZh: { local_id: '网格编号', name: '网格名称' } };
const files = new OfficeFiles();
afterAll(() => files.remove());

const read = (text: string): Promise<RowsRead> => files.read('units.csv', text, layout);
const told = ({ rows }: RowsRead): readonly string[] => rows.map((row) => `${row.number} ${row.text('local_id')} ${row.text('name')}`);
const rulesOf = ({ refused }: RowsRead): readonly string[] => refused.map(({ rowNumber, rule }) => `${rowNumber} ${rule}`);

async function split(text: string, pieceLength: number): Promise<readonly SplitRecord[]> {
  const pieces = async function* (): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += pieceLength) yield await Promise.resolve(text.slice(at, at + pieceLength));
  };
  const records: SplitRecord[] = [];
  for await (const record of splitRecords(pieces())) records.push(record);
  return records;
}

describe('A65: a CSV file is told into rows whatever its lines look like', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
  ])('A65: lines that end in %s', async (_, end) => {
    expect(told(await read(['local_id,name', '0001,东灯', '0002,"西,灯"', ''].join(end)))).toEqual(['2 0001 东灯', '3 0002 西,灯']);
  });

  test('A65: quoted cells hold commas, quotes and lines; the row is numbered by the line on which it ends', async () => {
    const text = 'local_id,name\n1,"a ""b"", c"\n2,"line\nline\nline"\n3,"",\n4,z';
    const answer = await read(text);
    expect(answer.rows.map((row) => [row.number, row.text('name')])).toEqual([
      [2, 'a "b", c'],
      [5, 'line\nline\nline'],
      [6, ''],
      [7, 'z'],
    ]);
  });

  test('A65: any table comes back cell by cell, wherever a reading cuts it', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '网', ' ', '"', ',', '\n', '\r', ';'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), async (rows, end, pieceLength) => {
        const text = stringify(rows, { record_delimiter: end, quoted_match: /[\r\n]/ });
        expect((await split(text, pieceLength)).map((record) => ('cells' in record ? record.cells : record))).toEqual(rows);
      }),
      { seed: 65, numRuns: 300 },
    );
  });

  test('A65: a header behind blank lines, columns and rows that Excel leaves empty', async () => {
    const answer = await read('\n,,,\n 网格编号 ,网格名称,,\n0001,东灯,,\n,,,\n\n0002,西灯\n,,,\n');
    expect(told(answer)).toEqual(['4 0001 东灯', '7 0002 西灯']);
    expect(answer.refused).toEqual([]);
  });
});

describe('A65: what cannot be told is refused row by row', () => {
  test('A65: ragged rows, and a value under no name', async () => {
    const answer = await read('local_id,,name\n1,,a\n2,b\n3,,c,d\n4,x,e\n5,,f,,\n');
    expect(told(answer)).toEqual(['2 1 a', '6 5 f']);
    expect(rulesOf(answer)).toEqual([
      '3 BAD_USER_INPUT: expected 3 cells as in the first row, not 2',
      '4 BAD_USER_INPUT: expected 3 cells as in the first row, not 4',
      '5 BAD_USER_INPUT: expected no value in column 2, which the first row does not name',
    ]);
  });

  test('A65: a quote left open costs the rows after it, and says so', async () => {
    const answer = await read('local_id,name\n1,a\n2,"b\n3,c\n');
    expect(told(answer)).toEqual(['2 1 a']);
    expect(rulesOf(answer)).toEqual([
      '3 BAD_USER_INPUT: expected a quote that is closed within its record; nothing after this row could be read',
    ]);
  });

  test('A65: a quote in a cell without quotes costs its own row alone', async () => {
    const answer = await read('local_id,name\n1,a"b\n2,c\n3,d\n');
    expect(told(answer)).toEqual(['3 2 c', '4 3 d']);
    expect(rulesOf(answer)).toEqual(['2 BAD_USER_INPUT: expected cells quoted as RFC 4180 says']);
  });

  test('A65: text behind the quote that ends a cell costs the rows after it, and none before it', async () => {
    const before = Array.from({ length: 500 }, (_, index) => `${index},a\n`).join('');
    const answer = await read(`local_id,name\n${before}x,"c"d\ny,"e"\nz,f\n`);
    expect(answer.rows).toHaveLength(500);
    expect(rulesOf(answer)).toEqual([
      '502 BAD_USER_INPUT: expected nothing between the quote that ends a cell and the next comma; nothing after this row could be read',
    ]);
  });

  test.each([
    ['plain', 'x'.repeat(10_000_000)],
    ['quoted', `"${'x\n'.repeat(5_000_000)}"`],
  ])('A65: a field of 10 MB, %s, ends the file and says so', async (_, field) => {
    const answer = await read(`local_id,name\n1,a\n2,${field}\n3,b\n`);
    expect(answer.rows.map((row) => row.text('local_id'))).toEqual(['1']);
    expect(rulesOf(answer)).toEqual([
      '3 BAD_USER_INPUT: expected a record of at most 1048576 characters; nothing after this row could be read',
    ]);
  });

  test('A65: 10 MB behind a quote left open end the file', async () => {
    const answer = await read(`local_id,name\n1,"${'x'.repeat(10_000_000)}\n2,b\n`);
    expect(answer.rows).toEqual([]);
    expect(rulesOf(answer)).toEqual([
      '2 BAD_USER_INPUT: expected a record of at most 1048576 characters; nothing after this row could be read',
    ]);
  });
});

describe('A65: a header that would mislead is refused as a whole', () => {
  test.each([
    ['local_id,name,__proto__', 'units.csv: no column may be called __proto__.'],
    ['local_id,name,name', 'units.csv: expected each column once, "name" stands there twice.'],
    ['local_id,name, name ', 'units.csv: expected each column once, "name" stands there twice.'],
    ['local_id\tname', 'units.csv: expected cells separated by commas, the first row has "\\t" between its names.'],
    ['', 'units.csv: expected a first row that names the columns, the file is empty.'],
    [',,\n\n', 'units.csv: expected a first row that names the columns, the file is empty.'],
  ])('A65: %j', async (header, message) => {
    const error = await files.refusal('units.csv', header, layout);
    expect([error.code, error.message]).toEqual(['PACK_INVALID', message]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
