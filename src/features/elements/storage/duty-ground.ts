import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';

/** The divisions in which some organisation of each office has a duty in force on a day, as known at an instant (null: now). */
export async function readDutyGround(
  sql: Sql,
  { at, knownAt }: { readonly at: CalendarDate; readonly knownAt: Date | null },
): Promise<readonly { readonly department: DepartmentCode; readonly divisionCode: DivisionCode }[]> {
  return sql.query<{ department: DepartmentCode; divisionCode: DivisionCode }>(
    `select distinct organisation.department, duty.division_code as "divisionCode"
       from duty join organisation on organisation.id = duty.organisation_id
      where organisation.department is not null and duty.valid_from <= $1 and (duty.valid_to is null or duty.valid_to > $1)
        and (case when $2::timestamptz is null then duty.recorded_to is null
                  else duty.recorded_from <= $2 and (duty.recorded_to is null or duty.recorded_to > $2) end)
      order by 1, 2`,
    [at, knownAt],
  );
}
