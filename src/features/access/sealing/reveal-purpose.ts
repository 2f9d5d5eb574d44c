import { CityError } from '../../../kernel/city-error.js';

/**
 * For what sealed text may be opened. A closed list: a purpose in free words would carry names to the audit log, where they must not stand.
 * After the steps of the Regulation on Petition Work (信访工作条例) 2022, chapters 4 and 5.
 */
export const revealPurposes = ['HANDLING', 'REPLY', 'VERIFICATION', 'TRANSFER', 'REVIEW', 'SUPERVISION', 'LAWFUL_REQUEST'] as const;

/** One of {@link revealPurposes}. */
export type RevealPurpose = (typeof revealPurposes)[number];

/** The purpose that was stated; null for none, or for a word that is not on the list. */
export function revealPurposeOf(stated: string | null): RevealPurpose | null {
  return revealPurposes.find((purpose) => purpose === stated?.trim()) ?? null;
}

/** The refusal of whoever states no purpose; what was stated is not repeated. */
export function purposeRequired(): CityError {
  return new CityError({
    code: 'PURPOSE_REQUIRED',
    message: `purpose: expected one of ${revealPurposes.join(', ')}.`,
    messageZh: `purpose：应为 ${revealPurposes.join('、')} 之一。`,
    hint: 'Sealed text is opened for a stated purpose only; the purpose stands on the audit log.',
    details: { allowed: revealPurposes },
  });
}

const documentNumber = /^(?:\p{Script=Han}{1,12}[〔[]\d{4}[〕\]]\d{1,6}号|[A-Z]{1,8}-\d{4}-\d{1,6})$/u;

/**
 * The number of the document that the reading rests on, as documents are numbered (GB/T 9704-2012, 7.2.5: 景信访字〔2026〕12号), or
 * `ABC-2026-12`. Throws `BAD_USER_INPUT` for anything else without repeating it: nothing but a number may come to the audit log.
 */
export function checkedDocumentNumber(given: string): string {
  const number = given.trim();
  if (documentNumber.test(number)) return number;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'document: expected the number of a document, such as 景信访字〔2026〕12号 or XF-2026-12.',
    messageZh: 'document：应为文号，如 景信访字〔2026〕12号 或 XF-2026-12。',
  });
}
