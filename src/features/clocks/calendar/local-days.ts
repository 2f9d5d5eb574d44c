import { addDays, type CalendarDate } from '../../../kernel/dates.js';

const hourMs = 3_600_000;

/** The days of one time zone as instants: where each begins and ends, whatever its clocks do. */
export class LocalDays {
  readonly #format: Intl.DateTimeFormat;
  readonly #starts = new Map<CalendarDate, number>();

  /** `timeZone` is an IANA name. */
  constructor(readonly timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** The day that an instant falls on. */
  dayOf(instant: number): CalendarDate {
    return new Date(instant + this.#aheadAt(instant)).toISOString().slice(0, 10);
  }

  /** The day that ends at an instant, or holds it. */
  dayEndingAt(instant: number): CalendarDate {
    return this.dayOf(instant - 1);
  }

  /** The first instant of a day. */
  startOf(day: CalendarDate): number {
    const known = this.#starts.get(day);
    if (known !== undefined) return known;
    const start = this.#at(day, 0);
    // Few days are ever asked for again but those around now.
    if (this.#starts.size >= 4_096) this.#starts.clear();
    this.#starts.set(day, start);
    return start;
  }

  /** 24:00 of a day, which is the first instant of the next. */
  endOf(day: CalendarDate): number {
    return this.startOf(addDays(day, 1));
  }

  /** The instant at which the clocks of a day show so many minutes since midnight. */
  atMinute(day: CalendarDate, minute: number): number {
    const plain = this.startOf(day) + minute * 60_000;
    return this.endOf(day) - this.startOf(day) === 24 * hourMs ? plain : this.#at(day, minute);
  }

  #at(day: CalendarDate, minute: number): number {
    const wall = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
    const guess = wall - this.#aheadAt(wall);
    return wall - this.#aheadAt(guess);
  }

  /** Milliseconds that the clocks are ahead of UTC. */
  #aheadAt(instant: number): number {
    const at = Object.fromEntries(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(at['year']!, at['month']! - 1, at['day'], at['hour'], at['minute'], at['second']);
    return wall - Math.floor(instant / 1_000) * 1_000;
  }
}
