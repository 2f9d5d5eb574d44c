import type { CalendarDate } from '../../../kernel/dates.js';
import type { DivisionCode } from '../../../kernel/ids.js';
import type { LimitUnit } from './time-limit.js';

/** A row of the city's table of time limits, as a pack gives it. */
export interface LimitArrival {
  readonly procedure: string;
  readonly clock: string;
  /** Null, as `kind` then is, where it holds for every category. */
  readonly standard: string | null;
  readonly kind: string | null;
  /** Null where it holds for all of the standard, or for every category. */
  readonly categoryCode: string | null;
  /** Null where it holds in the whole city. */
  readonly divisionCode: DivisionCode | null;
  readonly condition: string;
  /** What the condition says, for people. */
  readonly conditionZh: string | null;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly document: string | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** The same, with its id. */
export interface LimitRow extends LimitArrival {
  readonly uuid: string;
}

/** Which rows are asked for; what is left out asks for all. */
export interface LimitQuery {
  readonly procedures?: readonly string[];
  readonly clocks?: readonly string[];
  readonly standard?: string;
  readonly kind?: string;
  readonly categoryCodes?: readonly string[];
  readonly divisionCodes?: readonly DivisionCode[];
  /** The day on which they hold. */
  readonly at: CalendarDate;
  /** The instant as of which they were believed; now where it is null. */
  readonly knownAt: Date | null;
}

/** Lists the rows of time limits for people. */
export interface LimitReadModel {
  /** In order of their ids, from behind `after` on. */
  page(wish: {
    readonly query: LimitQuery;
    readonly first: number;
    readonly after: string | null;
  }): Promise<{ readonly rows: readonly LimitRow[]; readonly hasMore: boolean }>;
  count(query: LimitQuery): Promise<number>;
}
