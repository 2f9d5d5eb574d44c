import { addDays, type CalendarDate } from '../../../kernel/dates.js';
import { type ChainClass, chainKeyOf } from './chain-key.js';

/**
 * The days that lines are kept at least: provision records three years (网络数据安全管理条例, State Council Decree 790, Art. 12), logs six
 * months (网络安全法 Art. 21).
 */
export const leastDays: Readonly<Record<ChainClass, number>> = { PROVISION: 1_096, LOG: 184 };

/** How many days lines are kept. */
export type KeepDays = Readonly<Record<ChainClass, number>>;

/** Whether a chain's time of keeping is over on a day (UTC); never for what is no name of a chain. */
export function isOver(chain: string, keep: KeepDays, today: CalendarDate): boolean {
  const key = chainKeyOf(chain);
  return key !== null && addDays(key.day, Math.max(keep[key.chainClass], leastDays[key.chainClass])) < today;
}
