import { addDays, type CalendarDate } from '../../../kernel/dates.js';
import type { Period } from '../figures/period.js';

/** A period as whole months and what is left of it at its ends. */
export interface SplitPeriod {
  /** Begins and ends with the first of a month; null where it holds no whole month. */
  readonly months: Period | null;
  /** Parts of months, in order. */
  readonly edges: readonly Period[];
}

/** Splits a period at the first days of months; an open end is whole. */
export function splitPeriod({ from, to }: Period): SplitPeriod {
  const start = from === null ? null : firstOfMonth(from) === from ? from : firstOfMonth(addDays(firstOfMonth(from), 31));
  const end = to === null ? null : firstOfMonth(to);
  if (start !== null && end !== null && start > end) return { months: null, edges: [{ from, to }] };
  return {
    months: start !== null && start === end ? null : { from: start, to: end },
    edges: [...(from === start ? [] : [{ from, to: start }]), ...(to === end ? [] : [{ from: end, to }])],
  };
}

function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}
