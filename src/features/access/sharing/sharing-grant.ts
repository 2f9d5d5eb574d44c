import type { CalendarDate } from '../../../kernel/dates.js';
import type { DataClass, Owner } from '../../../kernel/scope.js';

/** How an owner shares a class of data, by the Regulation on Government Data Sharing (Decree 809): 无条件, 有条件, 不予共享. */
export const sharingAttributes = ['UNCONDITIONAL', 'CONDITIONAL', 'WITHHELD'] as const;

/** One of {@link sharingAttributes}. */
export type SharingAttribute = (typeof sharingAttributes)[number];

/** What one owner shares with another for a time; at most one grant of a class holds between two owners on a day. */
export interface SharingGrant {
  readonly uuid: string;
  readonly from: Owner;
  /** An office, or `CITY` for those who act for the city as a whole. */
  readonly to: Owner;
  readonly dataClass: DataClass;
  readonly attribute: SharingAttribute;
  /** For what it may be read; empty unless CONDITIONAL. */
  readonly purposes: readonly string[];
  /** Half-open: holds on `validFrom`, no longer on `until`. */
  readonly validFrom: CalendarDate;
  readonly until: CalendarDate | null;
}

/** Whether a grant holds on a day. */
export function holdsOn({ validFrom, until }: Pick<SharingGrant, 'validFrom' | 'until'>, day: CalendarDate): boolean {
  return validFrom <= day && (until === null || day < until);
}
