import { append } from '../../../eventlog/append.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HolidayArrival } from '../calendar/own-holidays.js';
import type { CalendarSettings, RecordingRun } from '../ports.js';

/** Records how the city counts, or that it counts as is usual; answers how many rows changed. */
export async function writeSettings(sql: Sql, settings: CalendarSettings | null, run: RecordingRun): Promise<number> {
  const changed = settings === null ? await sql.query('delete from calendar_terms returning 1') : await recorded(sql, settings);
  return told(sql, changed.length, run);
}

function recorded(sql: Sql, { hours, rules, yellow, stateHolidays }: CalendarSettings): Promise<readonly object[]> {
  return sql.query(
    `insert into calendar_terms as known
            (office_hours, counts_first_day, rest_extends, yellow_share, yellow_hours, state_holidays) values ($1, $2, $3, $4, $5, $6)
       on conflict (only_one) do update set office_hours = excluded.office_hours, counts_first_day = excluded.counts_first_day,
          rest_extends = excluded.rest_extends, yellow_share = excluded.yellow_share, yellow_hours = excluded.yellow_hours,
          state_holidays = excluded.state_holidays
       where known is distinct from excluded
     returning 1`,
    [JSON.stringify(hours), rules.countsFirstDay, rules.restExtends, yellow.share, yellow.hours, stateHolidays],
  );
}

/** Records holidays and make-up days, and the years that are given whole; answers how many rows changed. */
export async function writeHolidays(
  sql: Sql,
  { days, years }: { readonly days: readonly HolidayArrival[]; readonly years: readonly number[] },
  run: RecordingRun,
): Promise<number> {
  const gone = await sql.query(
    `delete from holiday_day where extract(year from day)::int = any($1::int[]) and not (day = any($2::date[])) returning 1`,
    [years, days.map(({ day }) => day)],
  );
  const named = await sql.query(
    `insert into holiday_day as known (day, kind, name, document, recorded_at)
       select day, kind, name, document, $2 from jsonb_to_recordset($1::jsonb) given (day date, kind text, name text, document text)
       on conflict (day) do update set kind = excluded.kind, name = excluded.name, document = excluded.document, recorded_at = $2
       where (known.kind, known.name, known.document) is distinct from (excluded.kind, excluded.name, excluded.document)
     returning 1`,
    [JSON.stringify(days), run.now],
  );
  const whole = await sql.query(
    `insert into holiday_year (year, recorded_at) select unnest($1::int[]), $2 on conflict (year) do nothing returning 1`,
    [years, run.now],
  );
  return told(sql, gone.length + named.length + whole.length, run);
}

/** Every process that counts reads the calendar anew when it hears of this. */
async function told(sql: Sql, changed: number, { runId, now }: RecordingRun): Promise<number> {
  if (changed > 0) {
    await append(sql, [
      {
        topic: 'calendar',
        kind: 'CALENDAR_CHANGED',
        subject: runId,
        version: 1,
        department: null,
        divisionCode: null,
        payload: { rows: changed },
        occurredAt: now,
      },
    ]);
  }
  return changed;
}
