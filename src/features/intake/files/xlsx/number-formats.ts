import type { DateKind } from './excel-dates.js';

/** What the number formats that need not be written out stand for, the Chinese ones among them. */
const builtIn: ReadonlyMap<number, DateKind> = new Map([
  ...span(14, 17, 'DATE'),
  ...span(18, 21, 'TIME'),
  ...span(22, 22, 'DATE_TIME'),
  ...span(27, 31, 'DATE'),
  ...span(32, 35, 'TIME'),
  ...span(36, 36, 'DATE'),
  ...span(45, 45, 'TIME'),
  ...span(47, 47, 'TIME'),
  ...span(50, 54, 'DATE'),
  ...span(55, 56, 'TIME'),
  ...span(57, 58, 'DATE'),
]);

function span(from: number, to: number, kind: DateKind): readonly (readonly [number, DateKind])[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => [from + nth, kind] as const);
}

/** What a number format shows a number as; null for a plain number. `code` is given where the workbook writes it out. */
export function kindOfFormat(id: number, code: string | undefined): DateKind | null {
  if (code === undefined) return builtIn.get(id) ?? null;
  // Elapsed time, [h]:mm, is a length and not a time of day.
  if (/\[[hms]+\]/i.test(code)) return null;
  const letters = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/am\/pm|a\/p|上午\/下午/gi, 'h');
  const time = /[hs]/i.test(letters);
  const date = /[yde]/i.test(letters.replace(/[0#?]e[+-]/gi, '')) || (/m/i.test(letters) && !time);
  if (date) return time ? 'DATE_TIME' : 'DATE';
  return time ? 'TIME' : null;
}
