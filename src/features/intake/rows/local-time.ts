import type { CalendarDate } from '../../../kernel/dates.js';
import { momentWritten } from './written-dates.js';

const pattern = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;

const dayMs = 86_400_000;

/**
 * Reads instants as a pack writes them, `YYYY-MM-DDTHH:mm[:ss]` in the city's time zone or with an offset of their own,
 * and moves them by whole local days.
 */
export class LocalTime {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();
  /** By day of UTC: the offset that holds all day, null where the clocks are put forward or back. */
  readonly #offsetsOfDays = new Map<number, number | null>();

  /** `timeZone` is an IANA name; `shiftDays` is added to the local date. */
  constructor(
    readonly timeZone: string,
    readonly shiftDays: number,
  ) {
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

  /** The instant, or null where the text is none: 30 February, 24:00, a leap second, a local time that the clocks leapt over. */
  instant(text: string): Date | null {
    const parts = pattern.exec(text) ?? pattern.exec(momentWritten(text));
    if (!parts) return null;
    const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (year === 0 || hour > 23 || minute > 59 || second > 59 || day < 1 || day > daysIn(year, month)) return null;
    const wall = utc(year, month, day + this.shiftDays, [hour, minute, second, Number((parts[7] ?? '').padEnd(3, '0'))]);
    return parts[8] === undefined ? this.#fromWall(wall) : offsetInstant(wall, parts[8]);
  }

  /** The local day of an instant. */
  day(instant: Date): CalendarDate {
    return new Date(instant.getTime() + this.#offsetAt(instant.getTime())).toISOString().slice(0, 10);
  }

  /** An instant in local time with its offset, so that it is read back as it was; without milliseconds where there are none. Not moved. */
  text(instant: Date): string {
    const ahead = this.#offsetAt(instant.getTime());
    // Before time zones had whole minutes an offset cannot be written.
    if (ahead % 60_000 !== 0) return instant.toISOString();
    const wall = new Date(instant.getTime() + ahead)
      .toISOString()
      .slice(0, -1)
      .replace(/\.000$/, '');
    const minutes = Math.abs(ahead) / 60_000;
    const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
    return `${wall}${ahead < 0 ? '-' : '+'}${hour}:${minute}`;
  }

  #fromWall(wall: number): Date | null {
    // The earlier of two readings where the clocks went back: try the offset of the day before first.
    for (const offset of [this.#offsetAt(wall - dayMs), this.#offsetAt(wall + dayMs)]) {
      if (this.#offsetAt(wall - offset) === offset) return new Date(wall - offset);
    }
    return null;
  }

  /** Milliseconds that local time is ahead of UTC at an instant. No clock is put both forward and back within one day. */
  #offsetAt(instant: number): number {
    const day = Math.floor(instant / dayMs);
    let offset = this.#offsetsOfDays.get(day);
    if (offset === undefined) {
      const [first, last] = [this.#offsetOfQuarter(day * dayMs), this.#offsetOfQuarter((day + 1) * dayMs)];
      offset = first === last ? first : null;
      this.#offsetsOfDays.set(day, offset);
    }
    return offset ?? this.#offsetOfQuarter(instant);
  }

  /** The same within a quarter of an hour everywhere. */
  #offsetOfQuarter(instant: number): number {
    const quarter = Math.floor(instant / 900_000);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const at = new Map(this.#format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, value]));
    const wall = Date.parse(
      `${at.get('year')!}-${at.get('month')!}-${at.get('day')!}T${at.get('hour')!}:${at.get('minute')!}:${at.get('second')!}Z`,
    );
    const offset = wall - quarter * 900_000;
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

/** Days of a month; 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Milliseconds of a time of day in UTC; `day` may run over its month. */
function utc(
  year: number,
  month: number,
  day: number,
  time: readonly [hour: number, minute: number, second: number, millisecond: number],
): number {
  const date = new Date(0);
  // Not Date.UTC: that takes the years 1 to 99 for 1901 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(...time);
}

function offsetInstant(wall: number, offset: string): Date | null {
  if (offset === 'Z') return new Date(wall);
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4))];
  if (hours > 14 || minutes > 59) return null;
  const ahead = (hours * 60 + minutes) * 60_000;
  return new Date(offset.startsWith('-') ? wall + ahead : wall - ahead);
}
