import { CityError } from '../../../kernel/city-error.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import { isPlainText } from '../../../kernel/text.js';
import type { DecisionWords } from './decision-input.js';
import type { Period } from './period.js';

const longest = { documentNumber: 100, reason: 500 } as const;

/** Passes a decision that names its document and its reason; throws `BAD_USER_INPUT` otherwise. */
export function checkWords(words: DecisionWords): void {
  checkText('documentNumber', words.documentNumber);
  checkText('reason', words.reason);
}

/** Returns the period unchanged where it holds a day and does not begin before the city did; throws `BAD_USER_INPUT` or `DATE_INVALID` otherwise. */
export function checkPeriod(period: Period, firstDay: CalendarDate | null): Period {
  const { validFrom, validTo } = period;
  if (firstDay !== null && validFrom < firstDay) throw beforeTheCity(validFrom, firstDay);
  if (validTo === null || validFrom < validTo) return period;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `validTo: expected a day after validFrom (${validFrom}), got ${validTo}.`,
    messageZh: `validTo：应晚于 validFrom（${validFrom}），收到 ${validTo}。`,
    hint: 'A decision is no longer valid on validTo; leave it out where no end is known.',
  });
}

function beforeTheCity(validFrom: CalendarDate, firstDay: CalendarDate): CityError {
  return new CityError({
    code: 'DATE_INVALID',
    message: `validFrom: expected a day from ${firstDay} on, the city's first in any register, got ${validFrom}.`,
    messageZh: `validFrom：应不早于本市各登记簿的首日 ${firstDay}，收到 ${validFrom}。`,
    hint: 'Give a later day.',
    details: { firstDay, received: validFrom },
  });
}

function checkText(name: keyof typeof longest, text: string): void {
  const length = [...text.trim()].length;
  if (isPlainText(text) && length >= 1 && length <= longest[name]) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${name}: expected 1 to ${longest[name]} characters, got ${length}.`,
    messageZh: `${name}：应为 1 到 ${longest[name]} 个字，收到 ${length} 个。`,
    hint: 'Name no persons in it.',
  });
}
