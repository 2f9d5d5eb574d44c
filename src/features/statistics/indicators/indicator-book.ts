import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import { addDays, type CalendarDate, dateIn } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import { readsOwner } from '../../../kernel/within-scope.js';
import { allElementsLayer, type GridModel } from '../../grids/index.js';
import type { MatterQuery } from '../../matters/index.js';
import { factsOf } from '../figures/make-rows.js';
import type { FactReader, IndicatorReader } from '../ports.js';
import type { Indicator, IndicatorReading } from './indicator.js';
import type { IndicatorKey } from './indicator-definition.js';
import { indicatorOf, indicatorsOfMoment, indicatorsOfMonth, plain } from './make-indicators.js';

/** Whose key figures are asked for, and by whom. */
export interface IndicatorWish {
  /** Null for the whole city, matters that lie nowhere included. */
  readonly division: DivisionCode | null;
  /** The office that asks; null for the city. Small groups with sealed matters of others are not told. */
  readonly askedBy: DepartmentCode | null;
}

/** What key figures are read from. */
export interface IndicatorParts {
  readonly counts: IndicatorReader;
  readonly facts: FactReader;
  readonly clock: Clock;
  readonly model: () => GridModel;
  readonly offices: readonly DepartmentCode[];
  /** How an office stands, known from memory; null for one that this city does not have. */
  readonly officeState: (department: DepartmentCode) => string | null;
}

const officeIndicators: readonly (readonly [state: string, indicator: IndicatorKey])[] = [
  ['LIVE', 'OFFICES_LIVE'],
  ['STALE', 'OFFICES_STALE'],
  ['DOWN', 'OFFICES_DOWN'],
];

/** Tells the key figures of a division: those of this moment at the price of an index, the others at that of counting a month's matters. */
export class IndicatorBook {
  constructor(private readonly parts: IndicatorParts) {}

  /** Throws `BAD_USER_INPUT` for a division that the city does not have. */
  check(division: DivisionCode | null): void {
    const { city, divisions } = this.parts.model();
    if (division === null || division === city.code || divisions.find(division)) return;
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `division: expected a division of ${city.nameEn}, got ${division}.`,
      messageZh: `division：应为${city.nameZh}的区划，收到 ${division}。`,
      hint: 'The query divisions lists them; leave division out for the whole city.',
    });
  }

  /** The codes that lie in a division; null for the whole city, which narrows nothing. */
  codesWithin(division: DivisionCode | null): readonly DivisionCode[] | null {
    const { city, divisions } = this.parts.model();
    return division === null || division === city.code ? null : divisions.codesWithin(division);
  }

  /** What changes with every step of a matter, and by time. */
  async ofMoment(scope: Scope, { division, askedBy }: IndicatorWish): Promise<IndicatorReading> {
    const now = this.parts.clock.now();
    const today = this.#today(now);
    const counts = await this.parts.counts.moment(scope, {
      query: this.#query(division),
      now,
      today,
      tomorrow: addDays(today, 1),
      askedBy,
    });
    const offices = this.parts.offices.filter((office) => readsOwner(scope, 'MATTERS', office));
    const changesAt = counts.lightTurnsAt !== null && counts.lightTurnsAt < counts.dayEndsAt ? counts.lightTurnsAt : counts.dayEndsAt;
    return { figures: indicatorsOfMoment(counts, offices, now), changesAt };
  }

  /** What takes longer to read: who waits for an answer, the rates of the city's month, and how much there is. */
  async atLeisure(scope: Scope, { division, askedBy }: IndicatorWish): Promise<readonly Indicator[]> {
    const now = this.parts.clock.now();
    const [query, today] = [this.#query(division), this.#today(now)];
    const facts = factsOf(['OVERDUE', 'ON_TIME_RATE', 'SATISFACTION_RATE']);
    const period = { from: `${today.slice(0, 7)}-01`, to: null };
    const [[month], unanswered, elements] = await Promise.all([
      this.parts.facts.groups(scope, { query, period, groupBy: [], layer: null, facts, asOf: now, askedBy, limit: 1 }),
      this.parts.counts.unanswered(scope, { query, askedBy }),
      this.parts.counts.elements(scope, query),
    ]);
    const waiting = indicatorOf('UNANSWERED', unanswered, now);
    return [waiting, ...indicatorsOfMonth(month!, now), plain('ELEMENTS', elements, now), plain('GRIDS', this.#grids(division), now)];
  }

  /** How the offices stand, from memory. */
  ofOffices(): readonly Indicator[] {
    const now = this.parts.clock.now();
    const states = this.parts.offices.map((office) => this.parts.officeState(office));
    return officeIndicators.map(([state, indicator]) => plain(indicator, states.filter((one) => one === state).length, now));
  }

  #query(division: DivisionCode | null): MatterQuery {
    const divisionCodes = this.codesWithin(division);
    return divisionCodes === null ? {} : { divisionCodes };
  }

  #today(now: Date): CalendarDate {
    return dateIn(this.parts.model().city.timeZone, now);
  }

  #grids(division: DivisionCode | null): number {
    const grids = this.parts.model().unitsOf(allElementsLayer);
    const codes = this.codesWithin(division);
    if (codes === null) return grids.length;
    const within = new Set(codes);
    return grids.filter(({ divisionCode }) => divisionCode !== null && within.has(divisionCode)).length;
  }
}
