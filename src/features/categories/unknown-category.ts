import { CityError } from '../../kernel/city-error.js';
import type { CategoryKey } from './category.js';

/** The refusal, `BAD_USER_INPUT`, of an input whose field `category` names none of any standard. */
export function unknownCategory(category: CategoryKey): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `category: no category ${category.code} of kind ${category.kind} stands in ${category.standard}.`,
    messageZh: `category：标准 ${category.standard} 的 ${category.kind} 类中没有 ${category.code}。`,
    hint: 'The query categories lists them.',
    details: { category },
  });
}
