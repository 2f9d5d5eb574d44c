import type { CalendarDate } from '../../../kernel/dates.js';

/** Days from `validFrom` to before `validTo`; null means without end. */
export interface Period {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** Sorts behind every date. */
const never = '~';
const endOf = ({ validTo }: Period): string => validTo ?? never;

/** Whether two periods share a day. */
export function overlaps(one: Period, other: Period): boolean {
  return one.validFrom < endOf(other) && other.validFrom < endOf(one);
}

/** Whether every day of `inner` is one of `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  return outer.validFrom <= inner.validFrom && endOf(inner) <= endOf(outer);
}

/** The days of both periods; null where they share none. */
export function intersection(one: Period, other: Period): Period | null {
  if (!overlaps(one, other)) return null;
  return {
    validFrom: one.validFrom > other.validFrom ? one.validFrom : other.validFrom,
    validTo: endOf(one) < endOf(other) ? one.validTo : other.validTo,
  };
}

/** A period in pieces, in order: cut wherever one of the others begins or ends, so that each piece lies wholly within or without each of them. */
export function cut(period: Period, others: readonly Period[]): readonly Period[] {
  const days = new Set(others.flatMap((other) => [other.validFrom, endOf(other)]));
  const cuts = [...days].filter((day) => period.validFrom < day && day < endOf(period)).sort();
  const starts = [period.validFrom, ...cuts];
  return starts.map((validFrom, index) => ({ validFrom, validTo: starts[index + 1] ?? period.validTo }));
}

/** Joins rows that follow each other without a gap and say the same; the rows must be in order of their days. */
export function joined<Row extends Period>(rows: readonly Row[], saysTheSame: (one: Row, other: Row) => boolean): readonly Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last?.validTo === row.validFrom && saysTheSame(last, row)) kept[kept.length - 1] = { ...last, validTo: row.validTo };
    else kept.push(row);
  }
  return kept;
}
