import { EntitySchema } from 'typeorm';

import type { OfficeHours } from '../calendar/office-hours.js';

/** The one row of `calendar_terms`, or none where the usual settings hold. */
export interface CalendarTermsColumns {
  readonly onlyOne: boolean;
  readonly officeHours: readonly OfficeHours[];
  readonly countsFirstDay: boolean;
  readonly restExtends: boolean;
  readonly yellowShare: number;
  readonly yellowHours: number;
  readonly stateHolidays: boolean | null;
}

/** The table `calendar_terms`: how the city counts. */
export const calendarTermsTable = new EntitySchema<CalendarTermsColumns>({
  name: 'calendar_terms',
  columns: {
    onlyOne: { name: 'only_one', type: 'boolean', primary: true, default: true },
    officeHours: { name: 'office_hours', type: 'jsonb' },
    countsFirstDay: { name: 'counts_first_day', type: 'boolean' },
    restExtends: { name: 'rest_extends', type: 'boolean' },
    yellowShare: { name: 'yellow_share', type: 'double precision' },
    yellowHours: { name: 'yellow_hours', type: 'double precision' },
    stateHolidays: { name: 'state_holidays', type: 'boolean', nullable: true },
  },
  checks: [{ name: 'calendar_terms_only_one_check', expression: 'only_one' }],
});
