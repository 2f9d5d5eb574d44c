import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { AuditEntry, AuditSubject } from '../ports.js';

/** One refusal of a request. */
export interface Refusal {
  /** Null for a caller who proved nothing. */
  readonly by: AuditSubject | null;
  readonly code: string;
  readonly purpose: string | null;
  readonly document: string | null;
  readonly requestId: string;
}

/** What counting needs. */
export interface TallyNeeds {
  readonly write: (entry: AuditEntry) => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
  /** Most lines counted at once; the rest is counted by code alone. 1,000 when left out. */
  readonly room?: number;
}

interface Count {
  readonly first: Refusal & { readonly by: AuditSubject; readonly at: Date };
  readonly minute: number;
  unwritten: number;
  isTold: boolean;
}

const nobody: AuditSubject = { subject: 'anonymous', role: 'NONE', department: null };
const others: AuditSubject = { subject: '(others)', role: 'NONE', department: null };
const minuteMs = 60_000;

/**
 * Counts refusals by principal, code and minute, so that a flood of them cannot fill the log: the first is written within a second, the
 * others of the minute in one line at its end.
 */
export class RefusalTally {
  readonly #needs: Required<TallyNeeds>;
  readonly #counts = new Map<string, Count>();
  #timer: NodeJS.Timeout | null = null;
  #flushing: Promise<void> = Promise.resolve();

  constructor(needs: TallyNeeds) {
    this.#needs = { room: 1_000, ...needs };
  }

  /** Counts one; costs no statement. */
  note(refusal: Refusal): void {
    const at = this.#needs.clock.now();
    const minute = Math.floor(at.getTime() / minuteMs);
    const isFull = this.#counts.size >= this.#needs.room;
    const known = this.#counts.get(keyOf(refusal.by ?? nobody, refusal.code, minute));
    const by = known || !isFull ? (refusal.by ?? nobody) : others;
    const key = keyOf(by, refusal.code, minute);
    const count = this.#counts.get(key) ?? { first: { ...refusal, by, at }, minute, unwritten: 0, isTold: false };
    count.unwritten += 1;
    this.#counts.set(key, count);
    this.#timer ??= setInterval(() => void this.flush(), 1_000);
    this.#timer.unref();
  }

  /** Writes what is due: every first one, and what was counted in minutes that are over; of this minute too when all is asked for. */
  flush(all = false): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#write(all));
    return this.#flushing;
  }

  /** Writes everything and stops. */
  async stop(): Promise<void> {
    clearInterval(this.#timer ?? undefined);
    await this.flush(true);
    clearInterval(this.#timer ?? undefined);
  }

  async #write(all: boolean): Promise<void> {
    const minute = Math.floor(this.#needs.clock.now().getTime() / minuteMs);
    for (const [key, count] of this.#counts) {
      const isOver = all || count.minute < minute;
      if (count.unwritten > 0 && (isOver || !count.isTold) && !(await this.#tell(count))) return;
      if (isOver) this.#counts.delete(key);
    }
  }

  async #tell(count: Count): Promise<boolean> {
    const { by, code, purpose, document, requestId, at } = count.first;
    const told = count.unwritten;
    const what = { code, count: told, minute: new Date(count.minute * minuteMs).toISOString() };
    try {
      await this.#needs.write({ by, kind: 'REFUSAL', act: 'request', what, outcome: 'REFUSED', purpose, document, requestId, at });
    } catch (thrown) {
      this.#needs.log.warn({ cause: thrown }, 'refusals could not be put on the audit log; tried again in a second');
      return false;
    }
    count.isTold = true;
    count.unwritten -= told;
    return true;
  }
}

function keyOf({ subject, role }: AuditSubject, code: string, minute: number): string {
  return JSON.stringify([subject, role, code, minute]);
}
