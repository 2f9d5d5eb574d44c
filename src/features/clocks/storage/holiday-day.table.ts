import { EntitySchema } from 'typeorm';

import { oneOf } from '../../../database/one-of.js';
import { type HolidayArrival, holidayKinds } from '../calendar/own-holidays.js';

/** A row of `holiday_day`. */
export interface HolidayDayColumns extends HolidayArrival {
  readonly recordedAt: Date;
}

/** The table `holiday_day`: the days that are otherwise than their weekday, or the State Council's list, says. */
export const holidayDayTable = new EntitySchema<HolidayDayColumns>({
  name: 'holiday_day',
  columns: {
    day: { type: 'date', primary: true },
    kind: { type: 'text' },
    name: { type: 'text' },
    document: { type: 'text', nullable: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
  },
  checks: [{ name: 'holiday_day_kind_check', expression: oneOf('kind', holidayKinds) }],
});
