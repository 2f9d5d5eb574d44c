import type { CalendarDate } from '../../../kernel/dates.js';
import type { DataClass, Owner } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Declarant } from '../declaration.js';
import type { HeldGrant, NewGrant } from './held-grant.js';
import type { SharingGrant } from './sharing-grant.js';

/** Keeps grants in the city index; every method runs in the caller's transaction. */
export interface GrantStore {
  /** Lets one change at a time look and write, to the end of the transaction. */
  lock(sql: Sql): Promise<void>;
  /** The version of a grant that is believed now; null where none is. */
  held(sql: Sql, uuid: string): Promise<HeldGrant | null>;
  /** A grant of the same class between the same two owners that is believed now and holds on a common day; null where none does. */
  overlapping(sql: Sql, grant: NewGrant): Promise<HeldGrant | null>;
  /** Records a new grant and its event; answers its uuid. */
  declare(sql: Sql, grant: NewGrant, declarant: Declarant): Promise<string>;
  /** Ends a grant on a day, or altogether where `until` is null, and tells so. */
  end(sql: Sql, grant: HeldGrant, until: CalendarDate | null, declarant: Declarant): Promise<void>;
}

/** Which grants somebody looks for. */
export interface GrantQuery {
  readonly from: Owner | null;
  readonly to: Owner | null;
  readonly dataClass: DataClass | null;
  /** Null: whatever its days. */
  readonly at: CalendarDate | null;
  /** Only grants from or to this owner; null for all. */
  readonly seenBy: Owner | null;
}

/** Reads grants. */
export interface GrantReadModel {
  /** Every grant that is believed now, whatever its days. */
  believed(): Promise<readonly SharingGrant[]>;
  /** Believed grants in order of from, to, class and first day, after a grant in that order; one more than `first` where there are more. */
  page(query: GrantQuery, wish: { readonly first: number; readonly after: GrantKey | null }): Promise<readonly HeldGrant[]>;
  count(query: GrantQuery): Promise<number>;
  /** The newest version of a grant, withdrawn or not; null for one that never was. */
  newest(uuid: string): Promise<HeldGrant | null>;
}

/** Where a grant stands in the order of the list. */
export type GrantKey = readonly [from: Owner, to: Owner, dataClass: DataClass, validFrom: CalendarDate];
