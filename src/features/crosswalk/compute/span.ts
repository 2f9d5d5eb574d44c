import type { CalendarDate } from '../../../kernel/dates.js';

/** Days `[validFrom, validTo)`; without end where `validTo` is null. */
export interface Span {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** A stretch of days on which the same parts hold. */
export interface Segment {
  readonly span: Span;
  /** The parts that hold on all of its days, ascending. */
  readonly active: readonly number[];
}

/** The days that two spans have in common; null where there are none. */
export function commonSpan(one: Span, other: Span): Span | null {
  const validFrom = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  const validTo = earlierEnd(one.validTo, other.validTo);
  return validTo !== null && validTo <= validFrom ? null : { validFrom, validTo };
}

/** Whether `inner` has no day outside `outer`. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.validFrom >= outer.validFrom && (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo));
}

/** Cuts `whole` on every day on which one of its parts begins or ends, in order of time; together the segments are the whole. */
export function segmentsOf(whole: Span, parts: readonly Span[]): readonly Segment[] {
  const lasting = parts.every((part) => isWithin(whole, part));
  if (lasting) return [{ span: whole, active: parts.map((_, part) => part) }];
  const days = cutDays(whole, parts);
  return days.map((validFrom, at) => {
    const span = { validFrom, validTo: days[at + 1] ?? whole.validTo };
    return { span, active: parts.flatMap((part, index) => (isWithin(span, part) ? [index] : [])) };
  });
}

/** The days on which something changes inside `whole`, its first day before them. */
function cutDays(whole: Span, parts: readonly Span[]): readonly CalendarDate[] {
  const cuts = parts.flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, validTo]));
  const inside = cuts.filter((day) => day > whole.validFrom && (whole.validTo === null || day < whole.validTo));
  return [whole.validFrom, ...[...new Set(inside)].sort()];
}

function earlierEnd(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
