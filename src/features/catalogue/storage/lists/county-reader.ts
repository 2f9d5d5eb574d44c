import type { CalendarDate } from '../../../../kernel/dates.js';
import type { DivisionCode } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';

/** The county among divisions on a day, as believed now; null where none of them is one. */
export async function readCounty(sql: Sql, codes: readonly DivisionCode[], at: CalendarDate): Promise<DivisionCode | null> {
  const [county] = await sql.query<{ code: DivisionCode }>(
    `select code from division
      where code = any($1) and level = 'COUNTY' and recorded_to is null and valid_from <= $2 and (valid_to is null or valid_to > $2)
      order by code limit 1`,
    [codes, at],
  );
  return county?.code ?? null;
}
