import { CityError } from '../../kernel/city-error.js';
import { documentLimits } from './limit-table.js';

/** Refuses values within values beyond the limit: whatever reads them calls itself for each level. */
export function tooDeepInput(): CityError {
  const limit = documentLimits.inputDepth;
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected values of at most ${limit} levels within each other, got more.`,
    messageZh: `输入值至多嵌套 ${limit} 层，收到更多。`,
    hint: 'Write a flatter filter; lists instead of branches. 请用更平的条件，以列表代替分支。',
    details: { limit },
  });
}

/** Whether a value of JSON has more levels of objects and lists than the limit. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly object[] = isComposite(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > documentLimits.inputDepth) return true;
    level = level.flatMap((one) => Object.values(one).filter(isComposite));
  }
  return false;
}

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null;
