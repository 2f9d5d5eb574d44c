import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';

/**
 * Writes anew what each division lies in on a day, and places matters and elements by it; where nothing changed nothing is written.
 * The database does so by itself whenever the register changes; by the calendar alone a division may change as well.
 */
export async function renewDivisionPaths(sql: Sql, day: CalendarDate): Promise<void> {
  await sql.query('select renew_division_paths($1::date)', [day]);
}
