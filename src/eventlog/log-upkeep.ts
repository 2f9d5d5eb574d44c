import type { Clock } from '../kernel/clock.js';
import type { CalendarDate } from '../kernel/dates.js';
import type { Log } from '../kernel/log.js';
import type { Sql } from '../kernel/sql.js';
import { dropParts, makeParts } from './log-parts.js';
import { monthAfter, monthOf } from './month.js';

/** What a {@link LogUpkeep} needs. */
export interface LogUpkeepOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** How long events are kept at least, in days; they go when their whole month is older. */
  readonly keepDays: number;
}

const dayMs = 86_400_000;
const everyMs = 3_600_000;
/** The parts of this many months to come are there ahead of time. */
const monthsAhead = 2;

/** What the leader does for the log's parts beside moving events: makes those to come, drops those past keeping. */
export class LogUpkeep {
  readonly #options: LogUpkeepOptions;
  #month: CalendarDate = '';
  #doneAt = 0;

  constructor(options: LogUpkeepOptions) {
    this.#options = options;
  }

  /**
   * Does what is due, each hour and when a month begins, and answers the month of now.
   * Whatever hinders it is told and tried again in an hour: events of a month without a part go into the rest, old ones stay.
   */
  async round(leader: Sql): Promise<CalendarDate> {
    const now = this.#options.clock.now();
    const month = monthOf(now);
    if (month === this.#month && Math.abs(now.getTime() - this.#doneAt) < everyMs) return month;
    this.#month = month;
    this.#doneAt = now.getTime();
    const months = Array.from({ length: monthsAhead + 1 }, (_, ahead) => monthAfter(month, ahead));
    await this.#attempt('parts for the months to come could not be made', () => makeParts(leader, months));
    await this.#attempt('parts past keeping could not be dropped', () => this.#drop(leader, now));
    return month;
  }

  async #drop(leader: Sql, now: Date): Promise<void> {
    const { keepDays, log } = this.#options;
    const parts = await dropParts(leader, monthOf(new Date(now.getTime() - keepDays * dayMs)));
    if (parts.length > 0) log.info({ parts, keepDays }, 'event log: parts past keeping were dropped');
  }

  async #attempt(failure: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.#options.log.warn({ err: thrown }, `event log: ${failure}`);
    }
  }
}
