import type { Sql } from '../../../kernel/sql.js';
import type { HeldCode } from './held-code.js';

/** Keeps one-time codes, one for each matter. */
export interface CodeStore {
  /** Null where none was issued. */
  read(sql: Sql, matterUuid: string): Promise<HeldCode | null>;
  /** Puts a code in the place of an earlier one; the tries at the same result go on counting. */
  issue(sql: Sql, matterUuid: string, code: Omit<HeldCode, 'tries' | 'usedAt'>): Promise<void>;
  /** Counts a try; nothing where no code was issued. */
  countTry(sql: Sql, matterUuid: string): Promise<void>;
  /** Marks a code as used. */
  use(sql: Sql, matterUuid: string, at: Date): Promise<void>;
}
