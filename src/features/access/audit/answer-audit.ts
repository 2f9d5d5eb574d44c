import type { Clock } from '../../../kernel/clock.js';
import type { ConditionalRead } from '../../../kernel/conditional-reads.js';
import type { Log } from '../../../kernel/log.js';
import type { SharingGrant } from '../sharing/sharing-grant.js';
import type { DelayedAudit, Written } from './delayed-audit.js';
import { type Answered, readingEntries } from './reading-entries.js';
import { type Refusal, RefusalTally } from './refusal-tally.js';

/** What auditing answers needs. */
export interface AnswerAuditNeeds {
  readonly audit: DelayedAudit;
  readonly grants: () => readonly SharingGrant[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Puts on the audit log what answers gave away and what was refused, whichever transport they took. */
export class AnswerAudit {
  readonly #needs: AnswerAuditNeeds;
  readonly #refusals: RefusalTally;

  constructor(needs: AnswerAuditNeeds) {
    this.#needs = needs;
    const { audit, clock, log } = needs;
    this.#refusals = new RefusalTally({ write: (entry) => audit.writeOrDelay(entry), clock, log });
  }

  /**
   * Writes what an answer read under conditional grants, before it leaves; answers DELAYED where the log is away and the lines wait in
   * memory. Throws `UNAVAILABLE` where not even that can be had: then the answer must not leave.
   */
  async reads(reads: readonly ConditionalRead[], answered: Answered): Promise<Written> {
    const entries = readingEntries(reads, answered, this.#needs.grants());
    const written = await Promise.all(entries.map((entry) => this.#needs.audit.writeOrDelay(entry)));
    return written.includes('DELAYED') ? 'DELAYED' : 'WRITTEN';
  }

  /** Counts a refusal; it is on the log within a second, or at the end of its minute. */
  refused(refusal: Refusal): void {
    this.#refusals.note(refusal);
  }

  /** Writes the refusals that are counted by now. */
  settle(): Promise<void> {
    return this.#refusals.flush(true);
  }

  /** Writes what is counted and what waits. */
  async stop(): Promise<void> {
    await this.#refusals.stop();
    await this.#needs.audit.stop();
  }
}
