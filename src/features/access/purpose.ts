import { CityError } from '../../kernel/city-error.js';
import { isPlainText } from '../../kernel/text.js';

const longestPurpose = 200;

/** A purpose with blanks around it taken off; throws `BAD_USER_INPUT` naming the field where it has not 1 to 200 plain characters. */
export function checkedPurpose(field: string, purpose: string): string {
  const trimmed = purpose.trim();
  const length = [...trimmed].length;
  if (isPlainText(trimmed) && length >= 1 && length <= longestPurpose) return trimmed;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected a purpose of 1 to ${longestPurpose} characters, got ${length}.`,
    messageZh: `${field}：用途应为 1 到 ${longestPurpose} 个字，收到 ${length} 个。`,
    hint: 'Say in a few words what the data is read for, such as 联合调解.',
  });
}
