import type { CalendarDate } from '../../../kernel/dates.js';
import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import { type CategoryKey, categoryKeyText } from '../category.js';

/** The uuid of what is stated of two categories from a day on: the same from either end. */
export function categoryLinkUuid(from: CategoryKey, to: CategoryKey, validFrom: CalendarDate): string {
  return uuidOf('category-link', ...[from, to].map(categoryKeyText).toSorted(), validFrom);
}

/** Lets one import or one declaration at a time look and write, to the end of the transaction. */
export async function lockCategoryLinks(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('category_link', 0))`);
}
