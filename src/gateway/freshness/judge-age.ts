import type { FreshWish } from '../../graphql/fresh-directive.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CityError } from '../../kernel/city-error.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import { noteOffice } from '../../kernel/offices-answered.js';
import { isToldOf, type OfficesNow } from '../sources/office-ages.js';

/** What is to be done with a field whose caller says how old it may be. */
export type Judgement = 'ANSWER' | 'NULL';

/** Whose field it is, in which request, and whether it may be null. */
export interface JudgedField {
  /** Null for what belongs to no office, which is never too old. */
  readonly department: DepartmentCode | null;
  readonly context: Pick<RequestContext, 'scope' | 'clock'>;
  readonly isNullable: boolean;
}

/**
 * Judges the age of an office's records as `extensions.sources` tells it; one that the reader is not told is older than anything wanted. Throws
 * `SOURCE_UNAVAILABLE` where the caller wants that, or where the field cannot be null.
 */
export function judgeAge(wish: FreshWish, { department, context, isNullable }: JudgedField, offices: OfficesNow): Judgement {
  if (department === null) return 'ANSWER';
  const asOf = isToldOf(context.scope, department) ? (offices(department)?.asOf ?? null) : null;
  const ageMs = asOf === null ? null : context.clock.now().getTime() - asOf.getTime();
  if (ageMs !== null && ageMs <= wish.maxMs) return 'ANSWER';
  if (wish.otherwise === 'STALE') {
    noteOffice(context.scope, department, true);
    return 'ANSWER';
  }
  if (wish.otherwise === 'NULL' && isNullable) return 'NULL';
  throw tooOld(department, asOf, wish);
}

function tooOld(department: DepartmentCode, asOf: Date | null, { maxMs }: FreshWish): CityError {
  const since = asOf?.toISOString() ?? null;
  return new CityError({
    code: 'SOURCE_UNAVAILABLE',
    fault: 'department',
    message: `Expected records of ${department} of the last ${maxMs / 1_000} s, but what is held is of ${since ?? 'an unknown time'}.`,
    messageZh: `应为 ${department} 最近 ${maxMs / 1_000} 秒内的数据，现有数据截至 ${since ?? '未知时间'}。`,
    hint: 'Ask without @fresh, with a longer max, or with otherwise: STALE. 去掉 @fresh、放宽 max，或用 otherwise: STALE。',
    details: { department, since, maxSeconds: maxMs / 1_000 },
  });
}
