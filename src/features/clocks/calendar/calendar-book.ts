import type { WorkingCalendars } from '../ports.js';
import type { WorkingCalendar } from './working-calendar.js';

/** The city's working calendar in memory, so that counting costs no statement. */
export class CalendarBook implements WorkingCalendars {
  readonly name = 'working calendar';
  readonly #read: () => Promise<WorkingCalendar | null>;
  #calendar: WorkingCalendar | null = null;
  #reading = 0;
  #kept = 0;

  /** `read` answers the calendar as it is recorded now; null where there is no city yet. */
  constructor(read: () => Promise<WorkingCalendar | null>) {
    this.#read = read;
  }

  current(): WorkingCalendar {
    if (this.#calendar === null) throw new Error('The working calendar has not been read.');
    return this.#calendar;
  }

  /** Reads the calendar anew. Of several readings at once the one that began last is kept. */
  async renew(): Promise<void> {
    const turn = ++this.#reading;
    const calendar = await this.#read();
    if (turn < this.#kept) return;
    this.#kept = turn;
    this.#calendar = calendar;
  }
}
