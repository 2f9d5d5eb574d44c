import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { LimitReadModel } from '../limits/limit-row.js';
import type { WorkingCalendars } from '../ports.js';
import { CityCalendarResolver } from './city-calendar.resolver.js';
import { TimeLimitsResolver } from './time-limits.resolver.js';

export { LimitUnitEnum } from './limit-unit.enum.js';

/** What clocks are answered from. */
export interface ClockSources {
  readonly calendars: WorkingCalendars;
  readonly limitRows: LimitReadModel;
}

/** The resolvers of clocks. */
export function clockResolvers(clocks: ClockSources, cursors: PageCursors): readonly object[] {
  return [new CityCalendarResolver(clocks.calendars), new TimeLimitsResolver(clocks.limitRows, cursors)];
}
