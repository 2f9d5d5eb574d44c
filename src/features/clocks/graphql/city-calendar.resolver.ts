import { Arg, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { LimitUnit } from '../limits/time-limit.js';
import type { WorkingCalendars } from '../ports.js';
import { CityCalendarType } from './city-calendar.type.js';
import { LimitUnitEnum } from './limit-unit.enum.js';

/** Counts by the city's working calendar as its clocks do. */
@Resolver(() => CityCalendarType)
export class CityCalendarResolver {
  readonly #calendars: WorkingCalendars;

  constructor(calendars: WorkingCalendars) {
    this.#calendars = calendars;
  }

  @Query(() => CityCalendarType, { description: '本市工作日历。The city’s working calendar.' })
  cityCalendar(): WorkingCalendar {
    return this.#calendars.current();
  }

  @Query(() => Int, {
    description:
      '两日之间（含起日、不含止日）有多少工作日，调休计入。How many working days lie from one day until another, the last one excluded.',
  })
  workingDays(
    @Arg('from', () => DateScalar, { description: '起日（含）。The first day.' }) from: string,
    @Arg('to', () => DateScalar, { description: '止日（不含）。The day after the last.' }) to: string,
  ): number {
    return this.#calendars.current().workingDays(from, to);
  }

  @Query(() => DateTimeScalar, {
    description:
      '自某时刻起的时限何时届满：起算当日不计，按日计者止于末日 24 时。When a limit that begins at an instant is over: the day of beginning is not counted, and limits of days end at 24:00 of the last.',
  })
  dueAt(
    @Arg('from', () => DateTimeScalar, { description: '起算时刻。The instant at which it begins.' }) from: Date,
    @Arg('amount', () => Int, { description: '数值，1 至 10000。How many of the unit, 1 to 10,000.' }) amount: number,
    @Arg('unit', () => LimitUnitEnum, { description: '单位。The unit.' }) unit: LimitUnit,
  ): Date {
    return this.#calendars.current().dueAt(from, { amount, unit });
  }

  @FieldResolver(() => Boolean, { description: '某日是否工作日，调休计入。Whether a day is worked, make-up days included.' })
  isWorkingDay(@Root() calendar: WorkingCalendar, @Arg('day', () => DateScalar, { description: '哪一日。The day.' }) day: string): boolean {
    return calendar.isWorkingDay(day);
  }
}
