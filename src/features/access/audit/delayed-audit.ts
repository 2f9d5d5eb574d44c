import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { Sql } from '../../../kernel/sql.js';
import type { AuditEntry, AuditTrail } from '../ports.js';

/** What delaying needs. */
export interface DelayNeeds {
  readonly clock: Clock;
  readonly log: Log;
  /** How long {@link DelayedAudit.write} takes lines that cannot be written, seconds; 0: not at all. */
  readonly graceSeconds: number;
  /** Most lines kept in memory; 10,000 when left out. */
  readonly room?: number;
}

/** Whether a line is in the log, or waits in memory for the log to come back. */
export type Written = 'WRITTEN' | 'DELAYED';

const retryMs = 1_000;

/**
 * The audit log of answers that may leave before it is back: while it cannot be written, lines wait in bounded memory, and are written
 * in their order, with the time at which they happened, as soon as it can. A process that dies meanwhile loses them.
 */
export class DelayedAudit implements AuditTrail {
  readonly #trail: AuditTrail;
  readonly #needs: Required<DelayNeeds>;
  readonly #waiting: AuditEntry[] = [];
  #failing: { readonly since: number; triedAt: number } | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(trail: AuditTrail, needs: DelayNeeds) {
    this.#trail = trail;
    this.#needs = { room: 10_000, ...needs };
  }

  /** How many lines wait in memory. */
  get waiting(): number {
    return this.#waiting.length;
  }

  record(sql: Sql, entry: AuditEntry): Promise<void> {
    return this.#trail.record(sql, entry);
  }

  /** Writes a line for what must not happen without it: throws `UNAVAILABLE` where the log has been away for longer than the grace. */
  async write(entry: AuditEntry): Promise<void> {
    try {
      await this.#attempt(entry);
    } catch (thrown) {
      const goneForMs = this.#now() - (this.#failing?.since ?? this.#now());
      if (goneForMs >= this.#needs.graceSeconds * 1_000) throw thrown;
      this.#delay(entry, thrown);
    }
  }

  /** Writes a line, or keeps it for later; throws `UNAVAILABLE` where there is no room left either. */
  async writeOrDelay(entry: AuditEntry): Promise<Written> {
    // While the log is away nobody waits for it more than once a second.
    if (this.#failing !== null && this.#now() - this.#failing.triedAt < retryMs) return this.#delay(entry, null);
    try {
      await this.#attempt(entry);
      return 'WRITTEN';
    } catch (thrown) {
      return this.#delay(entry, thrown);
    }
  }

  /** Tries once more to write what waits, and stops trying; what could not be written is told to the operator. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer ?? undefined);
    await this.#flush();
    clearTimeout(this.#timer ?? undefined);
    if (this.waiting > 0)
      this.#needs.log.error({ lines: this.waiting }, 'lines of the audit log are lost: it could not be written before the stop');
  }

  async #attempt(entry: AuditEntry): Promise<void> {
    try {
      await this.#trail.write(entry);
      this.#failing = null;
    } catch (thrown) {
      this.#failing ??= { since: this.#now(), triedAt: 0 };
      this.#failing.triedAt = this.#now();
      throw thrown;
    }
  }

  #delay(entry: AuditEntry, cause: unknown): Written {
    if (this.#waiting.length >= this.#needs.room) throw noRoom(cause);
    if (this.#waiting.length === 0) this.#needs.log.warn({ cause }, 'the audit log cannot be written; lines wait in memory');
    this.#waiting.push({ at: this.#needs.clock.now(), ...entry });
    this.#schedule();
    return 'DELAYED';
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#flush(), retryMs);
  }

  async #flush(): Promise<void> {
    this.#timer = null;
    const lines = this.#waiting.length;
    try {
      while (this.#waiting.length > 0) {
        await this.#attempt(this.#waiting[0]!);
        this.#waiting.shift();
      }
      if (lines > 0) this.#needs.log.info({ lines }, 'the audit log is back; the lines that waited are written');
    } catch {
      this.#schedule();
    }
  }

  #now(): number {
    return this.#needs.clock.now().getTime();
  }
}

function noRoom(cause: unknown): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: 'Expected the audit log to take a line, but it cannot be written now and too many lines wait.',
    messageZh: '审计日志暂时无法写入，且等待写入的记录过多。',
    hint: 'Try again in a few seconds.',
    cause,
  });
}
