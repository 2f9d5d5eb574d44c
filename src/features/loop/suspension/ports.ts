import type { Sql } from '../../../kernel/sql.js';

/** A held matter whose suspension is over. */
export interface EndedSuspension {
  readonly matterUuid: string;
  /** False where its office moved it on meanwhile. */
  readonly isSuspended: boolean;
}

/** Keeps which matters are suspended, or were; a matter is once. */
export interface SuspensionStore {
  /** Writes that a held matter is suspended; answers false, having written nothing, where it was before. */
  begin(sql: Sql, matterUuid: string, period: { readonly since: Date; readonly endsAt: Date }): Promise<boolean>;
  /** Writes that a held matter goes on. */
  end(sql: Sql, matterUuid: string, at: Date): Promise<void>;
  /** When the next suspension ends by itself; null where none does. */
  nextEnd(sql: Sql): Promise<Date | null>;
  /** Holds a matter whose suspension is over, the latest first; those in other hands are left out. Null where there is none. */
  holdEnded(sql: Sql, at: Date): Promise<EndedSuspension | null>;
}
