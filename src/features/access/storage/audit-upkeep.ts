import type { Session } from '../../../eventlog/session.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { Sql } from '../../../kernel/sql.js';
import { anchorHeads, type AnchorParts } from '../audit/anchor-heads.js';
import { buryOldChains, type DropParts } from '../audit/drop-chains.js';
import type { Upkeep } from './audit-chainer.js';

/** What upkeep needs; times in milliseconds. */
export interface AuditUpkeepParts {
  readonly anchoring: AnchorParts;
  readonly dropping: DropParts;
  readonly clock: Clock;
  readonly log: Log;
  /** An hour when left out. */
  readonly anchorEveryMs?: number;
}

const hourMs = 3_600_000;
const retryMs = 60_000;
/** Links removed in one transaction, so that chaining never waits long. */
const clearAtOnce = 5_000;

/** Exports heads every hour, and when the leader stops; then drops the chains whose time is over. A failure is logged and tried again. */
export class AuditUpkeep implements Upkeep {
  readonly #parts: AuditUpkeepParts;
  #dueAt = 0;

  constructor(parts: AuditUpkeepParts) {
    this.#parts = parts;
  }

  async round(session: Session): Promise<void> {
    const now = this.#parts.clock.now().getTime();
    if (now < this.#dueAt) return;
    const isDone = await this.#attempt(session);
    this.#dueAt = now + (isDone ? (this.#parts.anchorEveryMs ?? hourMs) : retryMs);
  }

  async close(session: Session): Promise<void> {
    await this.#attempt(session);
  }

  async #attempt(session: Session): Promise<boolean> {
    const { anchoring, dropping, log } = this.#parts;
    try {
      await within(session, () => anchorHeads(session, anchoring));
      await within(session, () => buryOldChains(session, dropping));
      while ((await within(session, () => dropping.remains.clear(session, clearAtOnce))) === clearAtOnce);
      return true;
    } catch (thrown) {
      log.error({ err: thrown }, 'the heads of the audit log could not be exported; tried again in a minute');
      return false;
    }
  }
}

async function within<Result>(session: Sql, work: () => Promise<Result>): Promise<Result> {
  await session.query('begin');
  try {
    const result = await work();
    await session.query('commit');
    return result;
  } catch (thrown) {
    await session.query('rollback').catch(() => undefined);
    throw thrown;
  }
}
