import { addDays, type CalendarDate } from '../../../kernel/dates.js';
import type { LimitUnit } from '../limits/time-limit.js';
import type { LocalDays } from './local-days.js';
import type { OfficeHours } from './office-hours.js';

/** What running time depends on. */
export interface RunningTerms {
  readonly days: LocalDays;
  readonly hours: readonly OfficeHours[];
  readonly works: (day: CalendarDate) => boolean;
}

type Span = readonly [start: number, end: number];

/** The time that runs for a limit, in its unit's own terms: all of it, working days whole, or the hours of working days. In milliseconds. */
export class RunningTime {
  constructor(private readonly terms: RunningTerms) {}

  /** How much of the time from one instant to another runs; 0 where the second is not later. */
  between(from: number, to: number, unit: LimitUnit): number {
    if (to <= from) return 0;
    if (runsAlways(unit)) return to - from;
    const { days } = this.terms;
    let sum = 0;
    for (let day = days.dayOf(from); days.startOf(day) < to; day = addDays(day, 1)) {
      for (const [start, end] of this.#spans(day, unit)) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
    return sum;
  }

  /** The first instant by which so much has run since another. */
  after(from: number, duration: number, unit: LimitUnit): number {
    if (duration <= 0) return from;
    if (runsAlways(unit)) return from + duration;
    let left = duration;
    for (let day = this.terms.days.dayOf(from); ; day = addDays(day, 1)) {
      for (const [start, end] of this.#spans(day, unit)) {
        const open = Math.max(start, from);
        if (end - open >= left) return open + left;
        left -= Math.max(0, end - open);
      }
    }
  }

  #spans(day: CalendarDate, unit: LimitUnit): readonly Span[] {
    const { days, hours, works } = this.terms;
    if (!works(day)) return [];
    if (unit === 'WORKING_DAYS') return [[days.startOf(day), days.endOf(day)]];
    return hours.map(({ from, to }) => [days.atMinute(day, from), days.atMinute(day, to)]);
  }
}

function runsAlways(unit: LimitUnit): boolean {
  return unit !== 'WORKING_DAYS' && unit !== 'WORKING_HOURS';
}
