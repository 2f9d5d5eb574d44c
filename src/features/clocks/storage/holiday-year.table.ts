import { EntitySchema } from 'typeorm';

/** A row of `holiday_year`. */
export interface HolidayYearColumns {
  readonly year: number;
  readonly recordedAt: Date;
}

/** The table `holiday_year`: the years of which the city's own table has every holiday and make-up day. */
export const holidayYearTable = new EntitySchema<HolidayYearColumns>({
  name: 'holiday_year',
  columns: {
    year: { type: 'integer', primary: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
  },
});
