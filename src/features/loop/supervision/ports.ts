import type { Scope } from '../../../kernel/scope.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AlarmedMatter } from '../ports.js';

/** A supervision (督办) of a matter: an answer is owed until an instant. */
export interface Supervision {
  readonly matterUuid: string;
  /** The version that ordering it led to; what it is named by. */
  readonly version: number;
  /** By whom; null for nobody's organisation. */
  readonly organisationUuid: string | null;
  readonly orderedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  /** The version that the answer led to. */
  readonly answeredVersion: number | null;
}

/** A supervision that nobody answered in time, its matter held. */
export interface UnansweredSupervision {
  readonly matter: AlarmedMatter;
  readonly version: number;
  readonly dueAt: Date;
}

/** Keeps supervisions. */
export interface SupervisionStore {
  order(sql: Sql, supervision: Omit<Supervision, 'answeredAt' | 'answeredVersion'>): Promise<void>;
  /** Writes the answer; false, having written nothing, where no such supervision waits for one. */
  answer(
    sql: Sql,
    answer: { readonly matterUuid: string; readonly version: number; readonly answeredVersion: number; readonly at: Date },
  ): Promise<boolean>;
  /** Whether one of a matter waits for its answer. */
  isWaiting(sql: Sql, matterUuid: string): Promise<boolean>;
  /** When the next one without an answer falls due; null where none does. */
  nextDue(sql: Sql): Promise<Date | null>;
  /** Takes a batch that is due and was not told yet, and writes that it is told now; matters in other hands are left out. */
  tellDue(sql: Sql, at: Date): Promise<readonly UnansweredSupervision[]>;
}

/** Reads supervisions as far as a scope shows their matters. */
export interface SupervisionReadModel {
  /** Those of some matters, oldest first. */
  of(scope: Scope, matterUuids: readonly string[]): Promise<readonly Supervision[]>;
}
