import { CityError } from '../../kernel/city-error.js';
import { isPlainText } from '../../kernel/text.js';
import type { DeclaredFaults } from './redraw.js';

const longestReason = 500;

/** The reasons with blanks around them taken off, null where none was given; throws `BAD_USER_INPUT` naming the one that says nothing or too much. */
export function checkedFaults({ gaps, overlaps, beyond }: DeclaredFaults): DeclaredFaults {
  return {
    gaps: reason('declaredGaps', gaps),
    overlaps: reason('declaredOverlaps', overlaps),
    beyond: reason('declaredBeyond', beyond),
  };
}

function reason(field: string, text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim();
  const length = [...trimmed].length;
  if (isPlainText(trimmed) && length >= 1 && length <= longestReason) return trimmed;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `${field}: expected a reason of 1 to ${longestReason} characters, got ${length}.`,
    messageZh: `${field}：理由应为 1 至 ${longestReason} 个字，收到 ${length} 个。`,
    hint: 'Leave it out where nothing of the kind is meant; name no persons in it.',
  });
}
