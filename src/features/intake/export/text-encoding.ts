import { encode } from 'iconv-lite';

import { CityError } from '../../../kernel/city-error.js';
import { isPlainText } from '../../../kernel/text.js';

/** The encodings that CSV files are written in; UTF-8 with a byte order mark, by which spreadsheets know it. */
export const exportEncodings = ['utf-8', 'gb18030'] as const;

/** One of {@link exportEncodings}. */
export type ExportEncoding = (typeof exportEncodings)[number];

/** What stands before the text of a file. */
export function headOf(encoding: ExportEncoding): string {
  return encoding === 'utf-8' ? '\uFEFF' : '';
}

/** The bytes of a text, from which the same text can be read again; throws `TEXT_INVALID` naming the first character that cannot be written. */
export function bytesOf(text: string, encoding: ExportEncoding): Buffer {
  if (!isPlainText(text)) throw unwritable(strayIn(text), encoding);
  if (encoding === 'utf-8') return Buffer.from(text);
  const bytes = encode(text, 'gb18030');
  // GB 18030-2022 gave codes of eighteen private-use characters to others: what is read back must be what was written.
  const read = new TextDecoder('gb18030').decode(bytes);
  if (read !== text) throw unwritable(firstDifference(text, read), encoding);
  return bytes;
}

function strayIn(text: string): string {
  return [...text].find((character) => !isPlainText(character)) ?? '';
}

function firstDifference(text: string, read: string): string {
  const other = [...read];
  return [...text].find((character, place) => character !== other[place]) ?? '';
}

function unwritable(character: string, encoding: ExportEncoding): CityError {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return new CityError({
    code: 'TEXT_INVALID',
    message: `Expected text that ${encoding} can hold, met ${point}, which could not be read back.`,
    messageZh: `文本含有 ${encoding} 无法表示的字符 ${point}。`,
    hint: encoding === 'gb18030' ? 'Export as UTF-8; nothing was replaced by a question mark.' : 'Correct the text at its source.',
    details: { character: point, encoding },
  });
}
