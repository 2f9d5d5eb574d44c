import { CityError } from '../../../kernel/city-error.js';
import { categoryKeyText } from '../../categories/index.js';
import type { ListLine } from '../list.js';

/** Passes where no two lines say of the same category, part of the city and organisation something for the same day; throws `BAD_USER_INPUT`. */
export function checkLinesApart(lines: readonly ListLine[]): void {
  const ordered = lines.toSorted((a, b) => compare(`${subjectOf(a)} ${a.validFrom}`, `${subjectOf(b)} ${b.validFrom}`));
  const place = ordered.findIndex((line, nth) => nth > 0 && overlap(ordered[nth - 1]!, line));
  if (place < 0) return;
  const { category, validFrom } = ordered[place]!;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `lines: ${category.standard} ${category.code} stands twice for the same organisation on ${validFrom}.`,
    messageZh: `lines：${category.standard} ${category.code} 对同一组织在 ${validFrom} 重复列出。`,
    hint: 'One line says all that is asked of an organisation.',
  });
}

const subjectOf = ({ category, divisionCode, organisationUuid }: ListLine): string =>
  JSON.stringify([categoryKeyText(category), divisionCode, organisationUuid]);

const overlap = (earlier: ListLine, later: ListLine): boolean =>
  subjectOf(earlier) === subjectOf(later) && (earlier.validTo === null || earlier.validTo > later.validFrom);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
