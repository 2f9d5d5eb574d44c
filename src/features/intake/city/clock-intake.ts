import type { Sql } from '../../../kernel/sql.js';
import { type ClockWriter, type HolidayArrival, isChineseZone, stateHolidays, wholeYears, yearOf } from '../../clocks/index.js';
import { calendarSettings } from '../city-pack/calendar-part.js';
import type { ManifestFile } from '../city-pack/manifest.js';
import type { CityPack } from '../city-pack/open-pack.js';
import type { RunStamp } from '../ports.js';
import { holidayRow, limitRow } from '../row-rules/clock-rows.js';
import { type Layout, layouts } from '../rows/layouts.js';
import { quarantined } from '../rows/refusal.js';
import type { RowSource } from '../rows/row-source.js';
import type { Tally } from '../rows/tally.js';
import type { CityRegister } from './city-register.js';
import { type Waiting, WaitingRows, type WaitingRule } from './waiting-rows.js';

/** What reading a pack's clocks needs. */
export interface ClockTerms {
  readonly pack: CityPack;
  readonly source: RowSource;
  readonly register: CityRegister;
  readonly writers: { readonly clocks: ClockWriter };
}

interface Read<Value> {
  readonly rows: readonly Waiting<Value>[];
  /** Whether the files are there and no row of them was refused. */
  readonly complete: boolean;
}

/** Brings a pack's working calendar, holidays and time limits into the index, inside one transaction. */
export class ClockIntake {
  readonly #rows: WaitingRows;

  constructor(
    private readonly terms: ClockTerms,
    private readonly sql: Sql,
    private readonly stamp: RunStamp,
    private readonly tally: Tally,
  ) {
    this.#rows = new WaitingRows(terms.source, tally);
  }

  /** Reads them once divisions and categories are known; answers how many rows changed. */
  async run(): Promise<number> {
    const { pack, writers } = this.terms;
    const settings = await writers.clocks.applySettings(this.sql, calendarSettings(pack.manifest.calendar), this.stamp);
    return settings + (await this.#holidays()) + (await this.#limits());
  }

  /** A year with a refused row is not known: the row may be the one day that makes the difference. */
  async #holidays(): Promise<number> {
    const { rows, complete } = await this.#read(this.terms.pack.manifest.holidays, layouts.holidays, {
      rule: holidayRow,
      key: ({ day }) => [day],
    });
    const years = complete
      ? wholeYears(
          rows.map(({ value }) => value),
          this.#isOfState,
        )
      : [];
    const days = complete ? this.#ofKnownYears(rows, years) : rows.map(({ value }) => value);
    this.tally.accept(days.length);
    return this.terms.writers.clocks.applyHolidays(this.sql, { days, years }, this.stamp);
  }

  async #limits(): Promise<number> {
    const { pack, register, writers } = this.terms;
    const { rows, complete } = await this.#read(pack.manifest.limits, layouts.limits, {
      rule: (row) => limitRow(row, register),
      key: (limit) => [
        ...[limit.procedure, limit.clock, limit.standard ?? '', limit.kind ?? '', limit.categoryCode ?? ''],
        ...[limit.divisionCode ?? '', limit.condition, limit.validFrom],
      ],
    });
    this.tally.accept(rows.length);
    const limits = rows.map(({ value }) => value);
    return writers.clocks.applyLimits(this.sql, limits, { now: this.stamp.now, complete });
  }

  async #read<Value>(files: readonly ManifestFile[], layout: Layout, rule: WaitingRule<Value>): Promise<Read<Value>> {
    let complete = files.length > 0;
    const rows = await this.#rows.read(files, layout, { ...rule, onRefused: () => (complete = false) });
    return { rows, complete };
  }

  get #isOfState(): boolean {
    return this.terms.pack.manifest.calendar?.stateHolidays ?? isChineseZone(this.terms.register.city.timeZone);
  }

  /** Refuses days of years that would stay unknown, so that nobody takes such a year for one that was loaded. */
  #ofKnownYears(rows: readonly Waiting<HolidayArrival>[], given: readonly number[]): readonly HolidayArrival[] {
    const known = new Set([...given, ...(this.#isOfState ? stateHolidays.known : [])]);
    for (const { row, value } of rows) {
      if (known.has(yearOf(value.day))) continue;
      this.tally.refuse(
        quarantined(row.file, row.number, {
          field: row.nameOf('date'),
          value: row.text('date'),
          code: 'DATE_INVALID',
          expected: `a day of a year that the file gives whole: ${this.#isOfState ? 'its 1 January, 1 May and 1 October are named' : 'its 1 January is named'}`,
          remedy: 'Name every holiday and make-up day of the year, or remove the row.',
        }),
      );
    }
    return rows.map(({ value }) => value).filter(({ day }) => known.has(yearOf(day)));
  }
}
