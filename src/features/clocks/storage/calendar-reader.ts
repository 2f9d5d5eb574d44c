import type { Sql } from '../../../kernel/sql.js';
import { lawfulCounting, usualYellow } from '../calendar/counting-rules.js';
import { type OfficeHours, usualHours } from '../calendar/office-hours.js';
import { type HolidayDay, noHolidays, ownHolidays } from '../calendar/own-holidays.js';
import { isChineseZone, stateHolidays } from '../calendar/state-holidays.js';
import { type CalendarTerms, WorkingCalendar } from '../calendar/working-calendar.js';

interface CalendarRow {
  readonly timeZone: string;
  readonly years: readonly number[];
  readonly days: readonly HolidayDay[];
  readonly terms: {
    readonly office_hours: readonly OfficeHours[];
    readonly counts_first_day: boolean;
    readonly rest_extends: boolean;
    readonly yellow_share: number;
    readonly yellow_hours: number;
    readonly state_holidays: boolean | null;
  } | null;
}

/** The city's working calendar as it is recorded now: its own days over the State Council's; null where the index holds no city. */
export async function readCalendar(sql: Sql): Promise<WorkingCalendar | null> {
  const [row] = await sql.query<CalendarRow>(
    `select city.time_zone as "timeZone", array(select year from holiday_year order by year) as years, to_jsonb(terms) as terms,
            (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'kind', kind)), '[]') from holiday_day) as days
       from city left join calendar_terms terms on true`,
  );
  if (row === undefined) return null;
  const { timeZone, years, days, terms } = row;
  const beneath = (terms?.state_holidays ?? isChineseZone(timeZone)) ? stateHolidays : noHolidays;
  return new WorkingCalendar({ timeZone, years: ownHolidays({ years, days }, beneath), ...settingsOf(terms) });
}

function settingsOf(terms: CalendarRow['terms']): Pick<CalendarTerms, 'hours' | 'rules' | 'yellow'> {
  if (terms === null) return { hours: usualHours, rules: lawfulCounting, yellow: usualYellow };
  return {
    hours: terms.office_hours,
    rules: { countsFirstDay: terms.counts_first_day, restExtends: terms.rest_extends },
    yellow: { share: terms.yellow_share, hours: terms.yellow_hours },
  };
}
