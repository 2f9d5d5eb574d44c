import { CityError } from '../../kernel/city-error.js';
import type { CalendarDate } from '../../kernel/dates.js';

/** Refuses a day before the city's first one: nobody can tell what stood there. Throws `DATE_INVALID` with the first day. */
export function refuseBeforeFirstDay(at: CalendarDate, firstDay: CalendarDate): void {
  if (at >= firstDay) return;
  throw new CityError({
    code: 'DATE_INVALID',
    message: `at: expected a day from ${firstDay} on, the city's first in any register, got ${at}.`,
    messageZh: `at：应不早于本市各登记簿的首日 ${firstDay}，收到 ${at}。`,
    hint: 'Ask for a later day.',
    details: { firstDay, received: at },
  });
}

/** The refusal of an instant at which the platform knew nothing of the city yet: an empty picture would pass for an answer. Code `DATE_INVALID`. */
export function nothingKnownYet(knownAt: Date, firstRecord: Date): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: `knownAt: expected an instant from ${firstRecord.toISOString()} on, when the platform first recorded the city, got ${knownAt.toISOString()}.`,
    messageZh: `knownAt：应不早于平台首次登记本市的 ${firstRecord.toISOString()}，收到 ${knownAt.toISOString()}。`,
    hint: 'Ask for a later instant, or leave it out to ask what is known now.',
    details: { firstRecord: firstRecord.toISOString(), received: knownAt.toISOString() },
  });
}
