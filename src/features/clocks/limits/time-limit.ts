import { CityError } from '../../../kernel/city-error.js';

/**
 * What a time limit is counted in. CALENDAR_DAYS run through rest days (信访 law's 日), WORKING_DAYS 工作日 and WORKING_HOURS 工作时 pass
 * over them; URGENT_WORKING_HOURS 紧急工作时 and URGENT_WORKING_DAYS 紧急工作日 are counted without rest, night and holidays included.
 */
export const limitUnits = ['CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS', 'URGENT_WORKING_HOURS', 'URGENT_WORKING_DAYS'] as const;

/** One of {@link limitUnits}. */
export type LimitUnit = (typeof limitUnits)[number];

/** How long something may take. */
export interface TimeLimit {
  /** A whole number from 1 to {@link longestLimit}. */
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** The largest amount of any unit: what is longer is a slip of the pen. */
export const longestLimit = 10_000;

/** Whether a unit is counted in whole days, which end at midnight. */
export function isDayUnit(unit: LimitUnit): boolean {
  return unit.endsWith('_DAYS');
}

/** Returns the limit unchanged where its amount can be counted; throws `BAD_USER_INPUT` otherwise. */
export function checkLimit(limit: TimeLimit): TimeLimit {
  if (Number.isInteger(limit.amount) && limit.amount >= 1 && limit.amount <= longestLimit) return limit;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a time limit of a whole number from 1 to ${longestLimit}, got ${limit.amount}.`,
    messageZh: `时限应为 1 至 ${longestLimit} 的整数，收到 ${limit.amount}。`,
    details: { received: limit.amount },
  });
}
