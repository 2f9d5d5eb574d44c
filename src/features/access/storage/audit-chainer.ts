import { InboxFloor } from '../../../eventlog/inbox-floor.js';
import { Leadership, type Turn } from '../../../eventlog/leadership.js';
import type { OpenSession, Session } from '../../../eventlog/session.js';
import type { Log } from '../../../kernel/log.js';
import type { Digest } from '../audit/digest.js';
import { chainBatch } from './chain-batch.js';

/** What an {@link AuditChainer} needs; times in milliseconds. */
export interface AuditChainerOptions {
  /** Opens connections to the city index; see `sessionsAt`. */
  readonly open: OpenSession;
  readonly log: Log;
  readonly digest: Digest;
  /** What the leader does beside chaining, on its own session and outside a transaction; says when it wants to be called again. */
  readonly upkeep?: Upkeep;
  /** How long the leader sleeps when nothing waits; 200 when left out. */
  readonly pollMs?: number;
  /** How often a follower asks for the lead; 500 when left out. */
  readonly retryMs?: number;
  /** Lines chained in one transaction; 500 when left out. */
  readonly batch?: number;
}

/** Work that the leader does now and then. */
export interface Upkeep {
  /** Called between batches; does what is due by now. Must not throw. */
  round(session: Session): Promise<void>;
  /** Called once, when the turn ends in order. Must not throw. */
  close(session: Session): Promise<void>;
}

// 'allg' 'audt': any two numbers that nobody else in this database uses.
const leaderLock = [0x616c6c67, 0x61756474] as const;

/** About a minute at the usual pace. */
const pausesPerFloor = 300;

/** The queue is full and empty by turns, so its statistics are always wrong; only the walk along its index stays cheap. */
const leaderSettings = 'set enable_seqscan = off; set enable_bitmapscan = off; set jit = off';

/**
 * Chains the lines of the audit log: each gets its place and hash behind the head of its chain.
 *
 * Every process runs one and one of them works, see `Leadership`. Lines wait in a queue that their transactions fill, so that no writer
 * waits for another: neither for a chain's head nor for a transaction that is still open.
 */
export class AuditChainer {
  readonly #options: Required<Omit<AuditChainerOptions, 'upkeep'>> & { readonly upkeep: Upkeep | null };
  readonly #leadership: Leadership;

  constructor(options: AuditChainerOptions) {
    this.#options = { pollMs: 200, retryMs: 500, batch: 500, upkeep: null, ...options };
    const { open, log, retryMs, pollMs } = this.#options;
    const lead = (session: Session, turn: Turn): Promise<void> => this.#lead(session, turn);
    // Exporting heads to a slow disk is silence too.
    const silentMs = Math.max(10_000, 2 * pollMs);
    this.#leadership = new Leadership({ name: 'audit chainer', lock: leaderLock, open, log, retryMs, silentMs, lead });
  }

  /** Whether this process chains at the moment. */
  get leading(): boolean {
    return this.#leadership.leading;
  }

  /** Starts working in the background; a database that is away is waited for. */
  start(): void {
    this.#leadership.start();
  }

  /** Chains what waits, closes and frees the lead at once. */
  async stop(): Promise<void> {
    await this.#leadership.stop();
  }

  async #lead(session: Session, { ended, wakeUp }: Turn): Promise<void> {
    await session.query(leaderSettings);
    const { batch, digest, upkeep, pollMs } = this.#options;
    let floor = new InboxFloor();
    const step = (): Promise<number> => chainBatch(session, { batch, floor, digest });
    for (let pauses = 1; !ended.aborted; pauses++) {
      if ((await step()) === batch) continue;
      await upkeep?.round(session);
      // The floor only saves work; now and then all of the queue is looked at, whoever put a row there.
      if (pauses % pausesPerFloor === 0) floor = new InboxFloor();
      if (!ended.aborted) await wakeUp.wait(pollMs);
    }
    await this.#close(session, step);
  }

  /** After a lost connection the first statement throws, and whoever leads next goes on. */
  async #close(session: Session, step: () => Promise<number>): Promise<void> {
    const { batch, upkeep } = this.#options;
    while ((await step()) === batch);
    await upkeep?.close(session);
    await step();
  }
}
