import type { CalendarDate } from '../../../kernel/dates.js';
import { cityOwner, type Owner } from '../../../kernel/scope.js';
import type { StoredEntry } from './stored-entry.js';

/** What a chain holds: PROVISION, that data was given to somebody (网络数据安全管理条例 Art. 12: kept three years); LOG, all else. */
export type ChainClass = 'LOG' | 'PROVISION';

/** What a chain is for: one office, one day, one class. */
export interface ChainKey {
  /** UTC day on which its lines were written. */
  readonly day: CalendarDate;
  readonly chainClass: ChainClass;
  readonly office: Owner;
}

/** Reveals are provision records whatever kind they were written as. */
const givingActs: ReadonlySet<string> = new Set(['revealSealed']);

/** The name of a chain, `<day>/<class>/<office>`: names sort by day. */
export function chainName({ day, chainClass, office }: ChainKey): string {
  return `${day}/${chainClass}/${office}`;
}

/** What a chain's name says; null for what is no name of a chain. */
export function chainKeyOf(name: string): ChainKey | null {
  const parts = /^(\d{4}-\d{2}-\d{2})\/(LOG|PROVISION)\/(.+)$/.exec(name);
  return parts && { day: parts[1]!, chainClass: parts[2] as ChainClass, office: parts[3]! };
}

/** The chain that a line belongs to: of the office whose data it is about, else of the subject's own, else of the city. */
export function chainOf({ happenedAt, kind, act, office, department }: StoredEntry): string {
  const isGiving = kind === 'READ' || kind === 'EXPORT' || givingActs.has(act);
  return chainName({
    day: happenedAt.slice(0, 10),
    chainClass: isGiving ? 'PROVISION' : 'LOG',
    office: office ?? department ?? cityOwner,
  });
}
