import type { LiveNeeds } from '../../../src/features/live/wiring.js';
import type { Indicator, IndicatorKey, IndicatorReading, IndicatorWish } from '../../../src/features/statistics/index.js';
import { CityError } from '../../../src/kernel/city-error.js';
import type { Clock } from '../../../src/kernel/clock.js';
import type { Scope } from '../../../src/kernel/scope.js';

type PickedBook = LiveNeeds['indicators'];

/** Key figures in the hands of the test; whoever reads no owner's matters sees none. */
export class FiguresInMemory implements PickedBook {
  open = 0;
  /** Of the month: read at leisure. */
  overdue = 0;
  officesDown = 0;
  /** When the figures change by time. */
  changesAt = new Date('2999-01-01T00:00:00Z');
  isAway = false;
  /** Readings of the moment, and those at leisure. */
  readings = 0;
  leisurely = 0;
  /** Readings that run at the same time, at most. */
  mostAtOnce = 0;
  /** Awaited by each reading. */
  until: Promise<unknown> = Promise.resolve();
  #atOnce = 0;

  constructor(private readonly clock: Clock) {}

  check(division: string | null): void {
    if (division !== null && this.codesWithin(division)!.length === 0)
      throw new CityError({ code: 'BAD_USER_INPUT', message: 'division', messageZh: '区划' });
  }

  codesWithin(division: string | null): readonly string[] | null {
    return division === null ? null : division === '360203' ? ['360203', '360203003', '360203003002'] : [];
  }

  async ofMoment({ readings }: Scope, { division }: IndicatorWish): Promise<IndicatorReading> {
    this.readings += 1;
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    const value = readings.MATTERS.owners?.length === 0 ? 0 : this.open;
    await this.until.finally(() => (this.#atOnce -= 1));
    if (this.isAway) throw new Error('the index is away');
    return { figures: [this.#figure('OPEN', value), this.#figure('REPORTED_TODAY', division === null ? 2 : 1)], changesAt: this.changesAt };
  }

  atLeisure(): Promise<readonly Indicator[]> {
    this.leisurely += 1;
    return Promise.resolve([this.#figure('OVERDUE', this.overdue)]);
  }

  ofOffices(): readonly Indicator[] {
    return [this.#figure('OFFICES_DOWN', this.officesDown)];
  }

  #figure(indicator: IndicatorKey, value: number): Indicator {
    const asOf = this.clock.now();
    return { indicator, department: null, value, numerator: null, denominator: null, isSuppressed: false, asOf };
  }
}
