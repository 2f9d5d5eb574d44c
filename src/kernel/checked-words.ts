import { CityError } from './city-error.js';
import { type PersonalMark, personalMarksIn } from './personal-marks.js';
import { isPlainText } from './text.js';

/** A text that somebody writes into a field. */
export interface WrittenWords {
  /** The field, as callers call it. */
  readonly field: string;
  readonly text: string;
  /** Characters at most, blanks at both ends not counted. */
  readonly longest: number;
}

const markNames: Readonly<Record<PersonalMark, { readonly en: string; readonly zh: string }>> = {
  ID_CARD: { en: 'an identity number', zh: '身份证号' },
  MOBILE: { en: 'a mobile number', zh: '手机号' },
};

/**
 * The text without the blanks at both ends. Throws `TEXT_INVALID`, telling its length or the kind of its mark alone and never its words, where
 * it is empty, too long, not plain text, or holds an identity or mobile number.
 */
export function checkedWords({ field, text, longest }: WrittenWords): string {
  const words = text.trim();
  const length = [...words].length;
  if (!isPlainText(words) || length < 1 || length > longest) throw wrongLength(field, longest, length);
  const [mark] = personalMarksIn(words);
  if (mark !== undefined) throw namesPerson(field, mark);
  return words;
}

function wrongLength(field: string, longest: number, length: number): CityError {
  return new CityError({
    code: 'TEXT_INVALID',
    message: `${field}: expected plain text of 1 to ${longest} characters, got ${length}.`,
    messageZh: `${field}：应为 1 到 ${longest} 个字的纯文本，收到 ${length} 个。`,
    details: { field, length },
  });
}

function namesPerson(field: string, mark: PersonalMark): CityError {
  return new CityError({
    code: 'TEXT_INVALID',
    message: `${field}: expected words that name no person, got ${markNames[mark].en} among them.`,
    messageZh: `${field}：不得含个人信息，其中有${markNames[mark].zh}。`,
    hint: 'Leave it out; what a person must be reached by belongs into the sealed part of a report.',
    details: { field, mark },
  });
}
