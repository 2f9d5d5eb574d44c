import { isCalendarDate } from './dates.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** What can be told of an identity number by itself; that it is right does not say that anybody bears it. */
export const idCardVerdicts = ['RIGHT', 'OLD_FORM', 'WRONG_DATE', 'WRONG_CHECK_CHARACTER', 'OTHER_DOCUMENT'] as const;

/** One of {@link idCardVerdicts}. */
export type IdCardVerdict = (typeof idCardVerdicts)[number];

/**
 * The check character of the first 17 digits of a citizen identity number; null where they are not 17 digits.
 * Source: GB 11643-1999, ISO 7064 MOD 11-2.
 */
export function idCardCheckCharacter(body: string): string | null {
  if (!/^[0-9]{17}$/.test(body)) return null;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return checkCharacters[sum % 11]!;
}

/**
 * What can be told of an identity number: the form of 18 characters is checked by its date of birth and its check character, the old one
 * of 15 digits (before 1999, without a check character) by its date; every other text is the number of another document.
 */
export function idCardVerdict(number: string): IdCardVerdict {
  const card = number.trim().toUpperCase();
  if (/^[0-9]{15}$/.test(card)) return isBirthday(`19${card.slice(6, 12)}`) ? 'OLD_FORM' : 'WRONG_DATE';
  if (!/^[0-9]{17}[0-9X]$/.test(card)) return 'OTHER_DOCUMENT';
  if (!isBirthday(card.slice(6, 14))) return 'WRONG_DATE';
  return idCardCheckCharacter(card.slice(0, 17)) === card[17] ? 'RIGHT' : 'WRONG_CHECK_CHARACTER';
}

/** An identity number as it is kept: a final `x` is written `X`, anything else stays as it came. */
export function normalIdCard(number: string): string {
  const card = number.trim();
  return /^[0-9]{17}x$/.test(card) ? card.toUpperCase() : number;
}

const isBirthday = (digits: string): boolean => isCalendarDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
