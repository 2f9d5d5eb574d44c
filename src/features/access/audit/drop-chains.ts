import type { Clock } from '../../../kernel/clock.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AuditTrail } from '../ports.js';
import { platformSubject } from './platform-subject.js';
import type { Tombstone } from './ports.js';
import { isOver, type KeepDays } from './retention.js';

/** Knows the chains that may be dropped; every method works in the caller's transaction. */
export interface ChainRemains {
  /** Chains whose last link is exported and nothing of which waits, by day. */
  exported(sql: Sql): Promise<readonly Omit<Tombstone, 'droppedAt'>[]>;
  bury(sql: Sql, stone: Tombstone): Promise<void>;
  /** Removes at most `size` links, and their lines, of chains that have a tombstone; says how many. */
  clear(sql: Sql, size: number): Promise<number>;
}

/** What dropping needs. */
export interface DropParts {
  readonly remains: ChainRemains;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly keep: KeepDays;
}

/** Puts a tombstone on every chain whose time of keeping is over and whose head was exported; answers how many. Each is a line of the log. */
export async function buryOldChains(sql: Sql, { remains, audit, clock, keep }: DropParts): Promise<number> {
  const droppedAt = clock.now();
  const today = droppedAt.toISOString().slice(0, 10);
  const over = (await remains.exported(sql)).filter(({ chain }) => isOver(chain, keep, today));
  for (const { chain, seq, hash, headFile } of over) {
    await remains.bury(sql, { chain, seq, hash, headFile, droppedAt });
    const what = { chain, seq, hash, headFile };
    await audit.record(sql, { by: platformSubject, act: 'dropAuditChain', what, outcome: 'DONE', requestId: chain });
  }
  return over.length;
}
