import type { Log } from '../kernel/log.js';
import { persist } from './persist.js';
import type { OpenSession, Session } from './session.js';
import { WakeUp } from './wake-up.js';

/** The turn of a leader: how long it lasts, and what ends its pauses. */
export interface Turn {
  /** Aborted when the session is lost or the process is to stop. */
  readonly ended: AbortSignal;
  /** Signalled when the turn ends, and by whoever has work for the leader. */
  readonly wakeUp: WakeUp;
}

/** Work that one process of all may do at a time; times in milliseconds. */
export interface LedWork {
  /** What the log lines call it. */
  readonly name: string;
  /** The advisory lock that the leader's session holds; numbers that nobody else in this database uses. */
  readonly lock: readonly [number, number];
  /** Opens connections to the city index; see `sessionsAt`. */
  readonly open: OpenSession;
  readonly log: Log;
  /** How often a follower asks for the lead and a broken connection is tried again. */
  readonly retryMs: number;
  /** A leader whose session is silent for longer is thrown out by the server. */
  readonly silentMs: number;
  /** Does the work on the leader's session until its turn has ended. */
  lead(session: Session, turn: Turn): Promise<void>;
}

/**
 * Has one piece of work done by one process of all that offer to.
 *
 * The one whose session holds the advisory lock leads, the others wait. Lock and work share the session, so a leader that lost the lock
 * can no longer write: there are never two. Hand-over: `retryMs` after a leader stops or dies; one that fell silent (frozen, or cut off
 * without a word) is thrown out by the server after `silentMs`.
 */
export class Leadership {
  readonly #work: LedWork;
  readonly #stop = new AbortController();
  readonly #wakeUp = new WakeUp();
  #running: Promise<void> | null = null;
  #leading = false;

  constructor(work: LedWork) {
    this.#work = work;
  }

  /** Whether this process leads at the moment. */
  get leading(): boolean {
    return this.#leading;
  }

  /** Starts offering itself in the background; a database that is away is waited for. */
  start(): void {
    const { name, retryMs, log } = this.#work;
    const task = { name, run: () => this.#withSession(), stop: this.#stop.signal, wakeUp: this.#wakeUp, retryMs, log };
    this.#running ??= persist(task);
  }

  /** Ends the turn after the step in hand and frees the lead at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wakeUp.signal();
    await this.#running;
  }

  async #withSession(): Promise<void> {
    const session = await this.#work.open();
    const lost = new AbortController();
    session.whenLost(() => {
      lost.abort();
      this.#wakeUp.signal();
    });
    const ended = AbortSignal.any([lost.signal, this.#stop.signal]);
    try {
      await this.#follow(session, ended);
      await this.#lead(session, ended);
    } finally {
      this.#leading = false;
      await session.close();
    }
  }

  // Asking again and again instead of waiting inside the lock: a waiting statement would hold back vacuum.
  async #follow(session: Session, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      const [answer] = await session.query<{ won: boolean }>('select pg_try_advisory_lock($1, $2) as won', this.#work.lock);
      if (answer?.won) return;
      await this.#wakeUp.wait(this.#work.retryMs);
    }
  }

  async #lead(session: Session, ended: AbortSignal): Promise<void> {
    if (ended.aborted) return;
    const { silentMs, log, name } = this.#work;
    await session.query(`set idle_session_timeout = ${silentMs}; set idle_in_transaction_session_timeout = ${silentMs}`);
    this.#leading = true;
    log.info({}, `${name}: this process leads`);
    await this.#work.lead(session, { ended, wakeUp: this.#wakeUp });
  }
}
