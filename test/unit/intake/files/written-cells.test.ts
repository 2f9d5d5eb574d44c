import { optionalId, optionalText } from '../../../../src/features/intake/row-rules/cells.js';
import { requiredDate } from '../../../../src/features/intake/row-rules/time-cells.js';
import { LocalTime } from '../../../../src/features/intake/rows/local-time.js';
import { RowRefused } from '../../../../src/features/intake/rows/refusal.js';
import type { SourceRow } from '../../../../src/features/intake/rows/source-row.js';
import { OfficeFiles } from '../../../support/intake/office-files.js';

const layout = { required: ['cell'], optional: [] };
const files = new OfficeFiles();
afterAll(() => files.remove());

async function told(cell: string, rule: (row: SourceRow) => unknown): Promise<unknown> {
  const { rows } = await files.read('cells.csv', `cell\n${cell}\n`, layout);
  try {
    return rule(rows[0]!);
  } catch (thrown) {
    if (thrown instanceof RowRefused) return thrown.refusal.code;
    throw thrown;
  }
}

describe('A60: an id is exactly what the file has, or is refused', () => {
  test.each([
    ['0012', '0012'],
    ['110101199001011237', '110101199001011237'],
    ["'0012", 'ID_PRECISION'],
    ['’0012', 'ID_PRECISION'],
    ['1.10101E+17', 'ID_PRECISION'],
    ['\uFEFF0012', 'BAD_USER_INPUT'],
    [' 0012', 'BAD_USER_INPUT'],
  ])('A60: %j is %s', async (cell, answer) => {
    expect(await told(`${cell}`, (row) => optionalId(row, 'cell'))).toBe(answer);
  });
});

describe('A76: a day is read where it can only be one', () => {
  test.each([
    ['2026-01-05', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026/01/05', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026/1/5 0:00', '2026-01-05'],
    ['2024-02-29', '2024-02-29'],
    ...[
      '2026/2/29',
      '2026-02-30',
      '0000-00-00',
      '1900-01-00',
      '5/1/2026',
      '26/1/5',
      '2026/1/5 8:30',
      '46027',
      '12026-01-05',
      '2026.1.5',
      '2026/1-5',
    ].map((text) => [text, 'DATE_INVALID']),
  ] as [string, string][])('A76: %s is %s', async (cell, answer) => {
    expect(await told(cell, (row) => requiredDate(row, 'cell'))).toBe(answer);
  });

  test.each([
    ['2026/1/5 8:30', '2026-01-05T00:30:00.000Z'],
    ['2026年1月5日 18:30:05', '2026-01-05T10:30:05.000Z'],
    ['2026-01-05T08:30:00Z', '2026-01-05T08:30:00.000Z'],
    ['2026/1/5', undefined],
    ['2026/1/5 24:00', undefined],
    ['2026/1/5 8:60', undefined],
  ])('A76: the instant %s is %s', (text, instant) => {
    expect(new LocalTime('Asia/Shanghai', 0).instant(text)?.toISOString()).toBe(instant);
  });
});

test.each(['锟斤拷', '东\uFFFD灯'])('A64: text that was spoilt before it came, %j, costs its row', async (cell) => {
  expect(await told(cell, (row) => optionalText(row, 'cell'))).toBe('TEXT_INVALID');
});
