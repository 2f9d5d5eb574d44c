import type { CalendarDate } from '../../../kernel/dates.js';
import { uuidOf } from '../../../kernel/ids.js';
import { type CategoryKey, categoryKeyText } from '../category.js';

/** The uuid of what is stated of two categories from a day on: the same from either end. */
export function categoryLinkUuid(from: CategoryKey, to: CategoryKey, validFrom: CalendarDate): string {
  return uuidOf('category-link', ...[from, to].map(categoryKeyText).toSorted(), validFrom);
}
