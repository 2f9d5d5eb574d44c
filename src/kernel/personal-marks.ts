import { idCardVerdict } from './id-card.js';

/** What in a text points at one person without fail. */
export const personalMarks = ['ID_CARD', 'MOBILE'] as const;

/** One of {@link personalMarks}. */
export type PersonalMark = (typeof personalMarks)[number];

/** A mobile number of the mainland, alone or after its country code, written whole or in its groups of 3, 4 and 4. */
const mobile = /(?<![0-9])(?:(?:\+|00)?86[\s-]?)?1[3-9][0-9][\s-]?[0-9]{4}[\s-]?[0-9]{4}(?![0-9])/u;

/** The shape of an identity number, written whole or in its groups: division, day of birth, serial. */
const idCardOf18 = /(?<![0-9A-Z])[1-8][0-9]{5}[\s-]?[12][0-9]{7}[\s-]?[0-9]{3}[0-9X](?![0-9A-Z])/giu;

// Codes of grids have 15 digits too, and those of streets and towns read as births before 1920, those of most townships before 1930.
const idCardOf15 = /(?<![0-9A-Z])[1-8][0-9]{5}[3-9][0-9]{8}(?![0-9A-Z])/giu;

/**
 * Which marks of a person a text holds, each once: identity numbers whose date and check character are right (or that have the old form of 15
 * digits, births from 1930 on), and mobile numbers; full-width digits and characters that nobody sees hide none. A number of another kind
 * whose digits happen to make a right identity number is told as one. Names are not looked for: no rule tells them from other words.
 */
export function personalMarksIn(text: string): readonly PersonalMark[] {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  return [...(holdsIdCard(plain) ? (['ID_CARD'] as const) : []), ...(mobile.test(plain) ? (['MOBILE'] as const) : [])];
}

function holdsIdCard(text: string): boolean {
  const found = [idCardOf18, idCardOf15].flatMap((shape) => text.match(shape) ?? []);
  return found.some((number) => ['RIGHT', 'OLD_FORM'].includes(idCardVerdict(number.replaceAll(/[\s-]/g, ''))));
}
