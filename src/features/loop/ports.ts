import type { Sql } from '../../kernel/sql.js';
import type { MatterClock } from './matter-clock.js';

/** Keeps the clocks of matters. */
export interface ClockStore {
  /** Every round of every clock of a matter, oldest first. */
  read(sql: Sql, matterUuid: string): Promise<readonly MatterClock[]>;
  /** Writes rounds, new ones and changed ones. */
  write(sql: Sql, matterUuid: string, rounds: readonly MatterClock[]): Promise<void>;
}
