import { addDays, type CalendarDate, daysBetween } from '../../../kernel/dates.js';
import { checkLimit, isDayUnit, type LimitUnit, type TimeLimit } from '../limits/time-limit.js';
import { type CountingRules, lawfulCounting, usualYellow, type YellowRule } from './counting-rules.js';
import { type HolidayYears, yearOf } from './holiday-years.js';
import { LocalDays } from './local-days.js';
import { type OfficeHours, usualHours } from './office-hours.js';
import { RunningTime } from './running-time.js';
import { unknownYear } from './unknown-year.js';

/** What a city's working calendar is made of. */
export interface CalendarTerms {
  /** IANA name; days begin and end by its clocks. */
  readonly timeZone: string;
  readonly years: HolidayYears;
  /** In order, without overlap; {@link usualHours} when left out. */
  readonly hours?: readonly OfficeHours[];
  /** {@link lawfulCounting} when left out. */
  readonly rules?: CountingRules;
  /** {@link usualYellow} when left out. */
  readonly yellow?: YellowRule;
}

/** A limit whose clock was stopped for a while. */
export interface PausedLimit {
  readonly dueAt: Date;
  readonly pausedAt: Date;
  readonly unit: LimitUnit;
}

const hourMs = 3_600_000;

/**
 * Counts time limits as one city does: by its time zone, its days of rest and make-up working days, and its hours of work.
 * A limit of days ends at 24:00 of its last day. Every count that comes to a year whose days are not known throws `DATE_INVALID` naming it.
 */
export class WorkingCalendar {
  /** IANA name; days begin and end by its clocks. */
  readonly timeZone: string;
  readonly #years: HolidayYears;
  readonly #days: LocalDays;
  readonly #running: RunningTime;
  readonly #rules: CountingRules;
  readonly #yellow: YellowRule;

  constructor({ timeZone, years, hours = usualHours, rules = lawfulCounting, yellow = usualYellow }: CalendarTerms) {
    this.timeZone = timeZone;
    this.#years = years;
    this.#days = new LocalDays(timeZone);
    this.#running = new RunningTime({ days: this.#days, hours, works: (day) => this.isWorkingDay(day) });
    this.#rules = rules;
    this.#yellow = yellow;
  }

  /** The years whose days are known, rising. */
  get knownYears(): readonly number[] {
    return this.#years.known;
  }

  /** Whether people work on a day of the city. */
  isWorkingDay(day: CalendarDate): boolean {
    const works = this.#years.works(day);
    if (works === null) throw unknownYear(yearOf(day), this.#years.known);
    return works;
  }

  /** How many working days the half-open range `[from, to)` holds; 0 where it is empty. */
  workingDays(from: CalendarDate, to: CalendarDate): number {
    let count = 0;
    for (let day = from; day < to; day = addDays(day, 1)) if (this.isWorkingDay(day)) count++;
    return count;
  }

  /** 24:00 of a day by the city's clocks, whether or not it is worked. */
  endOfDay(day: CalendarDate): Date {
    return this.#endOf(day);
  }

  /** When a limit that begins at an instant is over. Throws `BAD_USER_INPUT` for an amount that cannot be counted. */
  dueAt(from: Date, limit: TimeLimit): Date {
    const { amount, unit } = checkLimit(limit);
    if (!isDayUnit(unit)) return new Date(this.#running.after(from.getTime(), amount * hourMs, unit));
    const day = this.#days.dayOf(from.getTime());
    return this.#endOf(this.#dayAfter(this.#rules.countsFirstDay ? addDays(day, -1) : day, amount, unit));
  }

  /** When a running limit is over that is given further time: the new time begins where the old one ends. */
  extendedDue(dueAt: Date, limit: TimeLimit): Date {
    const { amount, unit } = checkLimit(limit);
    if (!isDayUnit(unit)) return new Date(this.#running.after(dueAt.getTime(), amount * hourMs, unit));
    return this.#endOf(this.#dayAfter(this.#days.dayEndingAt(dueAt.getTime()), amount, unit));
  }

  /**
   * When a limit is over whose clock was stopped: what was left is left again, days as days and hours as hours, neither running in rest.
   * A limit that was over before it was stopped stays over.
   */
  resumedDue({ dueAt, pausedAt, unit }: PausedLimit, resumedAt: Date): Date {
    if (pausedAt >= dueAt) return dueAt;
    return isDayUnit(unit)
      ? this.#resumedDays({ dueAt, pausedAt, unit }, resumedAt)
      : this.#resumedHours({ dueAt, pausedAt, unit }, resumedAt);
  }

  /** The first instant from which a limit is yellow, never before it began; counted in its unit's own terms. */
  yellowAt(startedAt: Date, dueAt: Date, unit: LimitUnit): Date {
    const total = this.#running.between(startedAt.getTime(), dueAt.getTime(), unit);
    const left = Math.max(total * this.#yellow.share, this.#yellow.hours * hourMs);
    return new Date(this.#running.after(startedAt.getTime(), Math.ceil(total - left), unit));
  }

  #resumedHours({ dueAt, pausedAt, unit }: PausedLimit, resumedAt: Date): Date {
    if (this.#running.between(pausedAt.getTime(), resumedAt.getTime(), unit) === 0) return dueAt;
    const left = this.#running.between(pausedAt.getTime(), dueAt.getTime(), unit);
    return new Date(this.#running.after(resumedAt.getTime(), left, unit));
  }

  #resumedDays({ dueAt, pausedAt, unit }: PausedLimit, resumedAt: Date): Date {
    const [paused, resumed] = [this.#days.dayOf(pausedAt.getTime()), this.#days.dayOf(resumedAt.getTime())];
    if (resumed <= paused) return dueAt;
    const last = this.#days.dayEndingAt(dueAt.getTime());
    const left = unit === 'WORKING_DAYS' ? this.workingDays(addDays(paused, 1), addDays(last, 1)) : daysBetween(paused, last);
    // A deadline that an office set to an hour of its last day keeps that hour.
    const hour = dueAt.getTime() - this.#days.endOf(last);
    return new Date(this.#days.endOf(this.#dayAfter(resumed, left, unit)) + hour);
  }

  /** The day that lies so many days of the unit after another; that day itself for none, but for a working day of rest never. */
  #dayAfter(day: CalendarDate, amount: number, unit: LimitUnit): CalendarDate {
    if (unit === 'URGENT_WORKING_DAYS') return addDays(day, amount);
    if (unit === 'CALENDAR_DAYS') return this.#rules.restExtends ? this.#workingFrom(addDays(day, amount)) : addDays(day, amount);
    let last = amount === 0 ? this.#workingFrom(day) : day;
    for (let left = amount; left > 0; left--) last = this.#workingFrom(addDays(last, 1));
    return last;
  }

  /** The first working day from a day on. */
  #workingFrom(day: CalendarDate): CalendarDate {
    return this.isWorkingDay(day) ? day : this.#workingFrom(addDays(day, 1));
  }

  #endOf(day: CalendarDate): Date {
    return new Date(this.#days.endOf(day));
  }
}
