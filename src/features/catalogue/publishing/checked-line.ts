import { checkedWords } from '../../../kernel/checked-words.js';
import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';

/** What every line says beside its category and organisation. */
export interface LineTerms {
  readonly task: string;
  readonly temporary: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** Characters of a task, at most. */
export const longestTask = 500;

/**
 * The terms with the task's blanks taken off. Throws `TEXT_INVALID` for a task that is empty, too long or points at a person, `DATE_INVALID`
 * for a period that is empty, and for a temporary line without an end.
 */
export function checkedTerms<Terms extends LineTerms>(terms: Terms): Terms {
  const { validFrom, validTo, temporary } = terms;
  if (temporary && validTo === null) throw endless();
  if (validTo !== null && validTo <= validFrom) throw emptyPeriod(validFrom, validTo);
  return { ...terms, task: checkedWords({ field: 'task', text: terms.task, longest: longestTask }) };
}

function endless(): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: 'validTo: expected the day on which a temporary line ends, got none.',
    messageZh: 'validTo：临时事项须写明截止日期。',
    hint: 'A temporary matter is let in for a while only; leave temporary out for a lasting one.',
  });
}

function emptyPeriod(validFrom: CalendarDate, validTo: CalendarDate): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: `validTo: expected a day after ${validFrom}, got ${validTo}.`,
    messageZh: `validTo：应晚于 ${validFrom}，收到 ${validTo}。`,
    hint: 'The range is half-open: validTo is the first day on which the line no longer holds.',
  });
}
