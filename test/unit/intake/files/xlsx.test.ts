import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import writeExcelFile from 'write-excel-file/node';

import type { Layout } from '../../../../src/features/intake/index.js';
import { optionalId } from '../../../../src/features/intake/row-rules/cells.js';
import { requiredDate } from '../../../../src/features/intake/row-rules/time-cells.js';
import { quarantined, RowRefused } from '../../../../src/features/intake/rows/refusal.js';
import type { SourceRow } from '../../../../src/features/intake/rows/source-row.js';
import { OfficeFiles, rowsOf } from '../../../support/intake/office-files.js';
import { textRow, workbookFile, type WorkbookParts } from '../../../support/intake/workbook-file.js';

const layout: Layout = {
  required: ['local_id'],
  optional: ['name', 'value', 'day'],
  headersZh: { local_id: '网格编号', name: '网格名称' },
};
const files = new OfficeFiles();
afterAll(() => files.remove());

const header = textRow(1, 'local_id', 'name', 'value', 'day');
const book = (rows: string, more: Partial<WorkbookParts> & { readonly after?: string } = {}): Buffer =>
  workbookFile({ ...more, sheets: [{ name: 'S', rows: header + rows, ...(more.after !== undefined && { after: more.after }) }] });
const read = (rows: string, more?: Parameters<typeof book>[1]) => files.read('book.xlsx', book(rows, more), layout);
const faultOf = (row: SourceRow): string => (row.fault === undefined ? '' : quarantined(row.file, row.number, row.fault).rule);

function judged(row: SourceRow, rule: (row: SourceRow) => unknown): unknown {
  try {
    return rule(row);
  } catch (thrown) {
    if (thrown instanceof RowRefused) return quarantined(row.file, row.number, thrown.refusal).rule;
    throw thrown;
  }
}

describe('A66: a workbook gives its sheets as tables, its cells as they are shown', () => {
  test('A66: what a common writer makes is read: texts, whole numbers, decimals, truth, dates', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'allgrid-written-'));
    const path = join(folder, 'written.xlsx');
    const cell = (value: string | number | boolean | Date, format?: string) => ({ value, ...(format && { format }) }) as never;
    await writeExcelFile(
      [
        [cell('网格编号'), cell('网格名称'), cell('value'), cell('day')],
        [cell('0001'), cell('东<灯> & 𠮷'), cell(117.203512345), cell(new Date('2026-01-05T00:00:00Z'), 'yyyy-mm-dd')],
      ],
      {},
    ).toFile(path);
    const bytes = Buffer.concat((await createReadStream(path).toArray()) as Buffer[]);
    const { rows, refused } = await files.read('写.xlsx', bytes, layout);
    expect(refused).toEqual([]);
    expect(rows.map((row) => ['local_id', 'name', 'value', 'day'].map((field) => row.text(field)))).toEqual([
      ['0001', '东<灯> & 𠮷', '117.203512345', '2026-01-05'],
    ]);
    await rm(folder, { recursive: true });
  });

  test('A66: every visible sheet is a table called after it; hidden ones are left out', async () => {
    const sheets = [
      { name: '网格', rows: header + textRow(2, '1') },
      { name: '密', rows: header, state: 'hidden' as const },
      { name: '更密', rows: header, state: 'veryHidden' as const },
      { name: '事项', rows: header + textRow(2, '2') },
    ];
    const file = await files.open('多.xlsx', workbookFile({ sheets }));
    expect(file.tables.map(({ name, file: { path, sheet } }) => [name, path, sheet])).toEqual([
      ['网格', '多.xlsx#网格', '网格'],
      ['事项', '多.xlsx#事项', '事项'],
    ]);
    expect((await rowsOf(file, layout, 1)).rows.map((row) => [row.file, row.number, row.text('local_id')])).toEqual([
      ['多.xlsx#事项', 2, '2'],
    ]);
    expect((await files.open('多.xlsx', workbookFile({ sheets }), { sheet: '事项' })).tables).toHaveLength(1);
    expect((await files.refusal('多.xlsx', workbookFile({ sheets }), layout, { sheet: '密' })).message).toBe(
      '多.xlsx: expected a sheet "密" that is not hidden, the workbook has "网格", "事项".',
    );
  });

  test('A66: shared, rich and inline texts, escapes and readings', async () => {
    const strings = [
      '<t>东灯</t>',
      '<r><t>西</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 灯</t></r><rPh sb="0" eb="1"><t>ㄒㄧ</t></rPh>',
      '<t>a_x000D_b</t>',
    ];
    const { rows } = await read('<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>2</v></c></row>', {
      strings,
    });
    expect(['local_id', 'name', 'value', 'day'].map((field) => rows[0]!.text(field))).toEqual(['西 灯', '东灯', '', 'a\rb']);
  });

  test('A66: rows that are empty, or only formatted, are none; rows and cells need not be numbered', async () => {
    const { rows } = await read(
      `<row r="2"><c r="A2" s="1"/></row><row r="7"><c r="A7" t="inlineStr"><is><t>x</t></is></c></row><row><c t="inlineStr"><is><t>y</t></is></c></row><row r="900"/>`,
    );
    expect(rows.map((row) => [row.number, row.text('local_id')])).toEqual([
      [7, 'x'],
      [8, 'y'],
    ]);
  });
});

describe('A60: a number never stands for an id', () => {
  test('A60: a numeric cell where an id belongs, and a formula there, are refused', async () => {
    const { rows } = await read('<row r="2"><c r="A2"><v>12</v></c></row><row r="3"><c r="A3" t="str"><f>B3</f><v>0012</v></c></row>');
    expect(rows.map((row) => judged(row, (of) => optionalId(of, 'local_id')))).toEqual([
      'ID_PRECISION: expected an id as text, got a number',
      'ID_PRECISION: expected an id as text, not the result of a formula',
    ]);
  });

  test('A60: more than 15 digits are refused wherever a field is read from them', async () => {
    const { rows } = await read(
      '<row r="2"><c r="A2" t="str"><v>a</v></c><c r="C2"><v>110101199001010000</v></c></row><row r="3"><c r="A3"><v>1.10101E+17</v></c></row><row r="4"><c r="A4" t="str"><v>a</v></c><c r="C4"><v>999999999999999</v></c></row>',
    );
    const rule = 'ID_PRECISION: expected text, or a number of at most 15 digits: a spreadsheet keeps no more of them';
    expect(rows.map(faultOf)).toEqual([rule, rule, '']);
    expect(rows[0]!.fault).toMatchObject({ field: 'value', value: '110101199001010000' });
  });

  test('A60: the 16th digit that binary numbers leave over is no digit', async () => {
    const { rows } = await read('<row r="2"><c r="A2" t="str"><v>a</v></c><c r="C2"><v>117.20351234499999</v></c></row>');
    expect(rows[0]!.text('value')).toBe('117.203512345');
  });
});

describe('A76: numbers that are shown as dates are read as dates', () => {
  const formats = ['yyyy-mm-dd', 'yyyy/m/d h:mm', 'h:mm:ss', 'General', '[h]:mm', '0.00E+00', '[$-804]yyyy"年"m"月"d"日"', '#,##0"d"'];
  const day = async (serial: string, style: number, from1904 = false): Promise<string> => {
    const { rows } = await read(`<row r="2"><c r="A2" t="str"><v>a</v></c><c r="D2" s="${style}"><v>${serial}</v></c></row>`, {
      formats,
      from1904,
    });
    return faultOf(rows[0]!) || rows[0]!.text('day');
  };

  test.each([
    ['46027', 0, '2026-01-05'],
    ['46027', 6, '2026-01-05'],
    ['46027.354166666664', 1, '2026-01-05T08:30:00'],
    ['46027', 1, '2026-01-05T00:00:00'],
    ['46027.5', 0, '2026-01-05T12:00:00'],
    ['0.354166666666667', 2, '08:30:00'],
    ['1', 0, '1900-01-01'],
    ['59', 0, '1900-02-28'],
    ['61', 0, '1900-03-01'],
    ['2958465', 0, '9999-12-31'],
    ['46027', 3, '46027'],
    ['1.5', 4, '1.5'],
    ['46027', 5, '46027'],
    ['46027', 7, '46027'],
  ])('A76: %s shown as format %i is %s', async (serial, style, text) => {
    expect(await day(serial, style)).toBe(text);
  });

  test('A76: dates counted from 1904', async () => {
    expect(await day('0', 0, true)).toBe('1904-01-01');
    expect(await day('44565', 0, true)).toBe('2026-01-05');
  });

  test.each([
    ['60', 'DATE_INVALID: expected a day that was: 29 February 1900 never came'],
    ['0', 'DATE_INVALID: expected a date: the day 0 of January 1900 is none'],
    ['-1', 'DATE_INVALID: expected a date from 1900 to 9999'],
    ['2958466', 'DATE_INVALID: expected a date from 1900 to 9999'],
  ])('A76: serial %s is refused', async (serial, rule) => {
    expect(await day(serial, 0)).toBe(rule);
  });

  test('A76: a day with a time of midnight is that day', async () => {
    const { rows } = await read('<row r="2"><c r="A2" t="str"><v>a</v></c><c r="D2" s="1"><v>46027</v></c></row>', { formats });
    expect(judged(rows[0]!, (row) => requiredDate(row, 'day'))).toBe('2026-01-05');
  });
});

describe('A66: what a cell does not say is not guessed', () => {
  test('A66: a formula gives its stored result to plain fields; errors and results that were not stored are refused', async () => {
    const cell = (xml: string, number: number): string =>
      `<row r="${number}"><c r="A${number}" t="str"><v>a</v></c>${xml.replace('<c ', `<c r="C${number}" `)}</row>`;
    const { rows } = await read(
      [
        cell('<c ><f>1+1</f><v>2</v></c>', 2),
        cell('<c t="e"><v>#N/A</v></c>', 3),
        cell('<c ><f>1+1</f></c>', 4),
        cell('<c t="b"><v>1</v></c>', 5),
        cell('<c t="s"><v>9</v></c>', 6),
      ].join(''),
    );
    expect(rows.map((row) => faultOf(row) || row.text('value'))).toEqual([
      '2',
      'BAD_USER_INPUT: expected a value, not the error of a formula',
      'BAD_USER_INPUT: expected a formula whose result is stored with it',
      'true',
      'BAD_USER_INPUT: expected a text that the workbook holds',
    ]);
  });

  test('A66: a merged header is refused by the name of its range', async () => {
    const error = await files.refusal(
      'book.xlsx',
      book(textRow(2, 'a'), { after: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>' }),
      layout,
    );
    expect(error.message).toBe('book.xlsx#S: expected a first row that names the columns without merged cells, A1:C1 is merged.');
  });

  test('A66: rows that a merged range touches are refused, the others go on', async () => {
    const { rows } = await read(textRow(2, 'a') + textRow(3, 'b') + textRow(4, 'c'), {
      after: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
    });
    expect(rows.map(faultOf)).toEqual([
      'BAD_USER_INPUT: expected no merged cells, B2:B3 is merged',
      'BAD_USER_INPUT: expected no merged cells, B2:B3 is merged',
      '',
    ]);
  });
});

describe('A66: a workbook that would harm is refused', () => {
  test.each([
    [
      'a DOCTYPE with an entity from outside',
      { prolog: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' },
      /expected XML without a DOCTYPE/,
    ],
    ['an entity of its own', { after: '<x>&e;</x>' }, /expected well-formed XML/],
    ['elements a thousand deep', { after: '<x>'.repeat(1_000) }, /expected well-formed XML of ordinary shape/],
    ['a comment that never ends', { after: `<!--${'<a>'.repeat(500_000)}` }, /expected well-formed XML of ordinary shape/],
    ['XML that is cut off', { after: '<x>' }, /expected well-formed XML/],
  ])('A66: %s', async (_, more, message) => {
    const error = await files.refusal('bad.xlsx', book(textRow(2, 'a'), more), layout);
    expect(error.code).toBe('ARCHIVE_REJECTED');
    expect(error.message).toMatch(message);
  });

  test('A66: rows beyond what a sheet can hold, told one by one or not', async () => {
    expect(
      (await files.refusal('long.xlsx', book(Array.from({ length: 1_048_577 }, (_, nth) => `<row ht="${nth}"/>`).join('')), layout))
        .message,
    ).toBe('long.xlsx: expected at most 1048576 rows in one sheet.');
    expect((await files.refusal('far.xlsx', book('<row r="1048577"/>'), layout)).code).toBe('ARCHIVE_REJECTED');
    expect((await files.refusal('wide.xlsx', book('<row r="2"><c r="XFE2"><v>1</v></c></row>'), layout)).code).toBe('ARCHIVE_REJECTED');
  });

  test('A66: an old workbook, or one with a password, is told what to do', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
    for (const name of ['old.xls', 'locked.xlsx', 'old.csv']) {
      const error = await files.refusal(name, ole, layout);
      expect([error.code, error.hint]).toEqual(['PACK_INVALID', expect.stringContaining('另存为 xlsx 或 CSV')]);
    }
  });

  test('A66: a workbook called CSV, and a zip archive called a workbook', async () => {
    expect((await files.refusal('book.csv', book(''), layout)).message).toBe(
      'book.csv: expected text, got a zip archive or an Excel workbook.',
    );
  });
});
