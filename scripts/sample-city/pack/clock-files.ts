import { drawHolidays, holidayDocument } from '../clocks/holidays.js';
import { drawLimits, limitsSince } from '../clocks/limits.js';
import { csvText } from './csv.js';
import type { PackFile } from './pack-file.js';

/** Holidays and time limits: what the city's clocks run by. */
export function clockFiles(): readonly PackFile[] {
  return [
    { path: 'holidays.csv', text: holidaysText() },
    { path: 'limits.csv', text: limitsText() },
  ];
}

function holidaysText(): string {
  const rows = drawHolidays().map((holiday) => ({ ...holiday, kind: 'HOLIDAY', document: holidayDocument }));
  return csvText(['date', 'kind', 'name', 'document'], rows);
}

function limitsText(): string {
  const rows = drawLimits().map(({ conditionZh, amount, ...limit }) => ({
    ...limit,
    kind: limit.standard === '' ? '' : 'MATTER',
    condition_zh: conditionZh,
    amount: String(amount),
    valid_from: limitsSince,
  }));
  return csvText(['clock', 'standard', 'kind', 'category', 'condition', 'condition_zh', 'amount', 'unit', 'valid_from', 'document'], rows);
}
