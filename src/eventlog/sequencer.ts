import type { Log } from '../kernel/log.js';
import { inboxChannel } from './channels.js';
import { InboxFloor } from './inbox-floor.js';
import { leaderSettings, moveInbox } from './move-inbox.js';
import { persist } from './persist.js';
import type { OpenSession, Session } from './session.js';
import { adoptStream } from './stream-epoch.js';
import { WakeUp } from './wake-up.js';

/** What a {@link Sequencer} needs; times in milliseconds. */
export interface SequencerOptions {
  /** Opens connections to the city index; see `sessionsAt`. */
  readonly open: OpenSession;
  readonly log: Log;
  /** How long the leader sleeps when no wake-up comes; 1,000 when left out. */
  readonly pollMs?: number;
  /** How often a follower asks for the lead and a broken connection is tried again; 500 when left out. */
  readonly retryMs?: number;
  /** Events moved in one transaction; 1,000 when left out. */
  readonly batch?: number;
}

// 'allg' 'seqr': any two numbers that nobody else in this database uses.
const leaderLock = [0x616c6c67, 0x73657172] as const;

/**
 * Gives committed events their dense positions: moves them from the inbox to the log.
 *
 * Every process runs one; the one whose session holds the advisory lock leads, the others wait.
 * Lock and work share the session, so a leader that lost the lock can no longer write: there are never two.
 * Hand-over: `retryMs` after a leader stops or dies; a leader that fell silent (frozen, or cut off without a word) is
 * thrown out by the server after two seconds or two polls, whichever is longer. Meanwhile events wait in the inbox.
 * An open transaction, here or in another database, delays its own events and no others.
 */
export class Sequencer {
  readonly #options: Required<SequencerOptions>;
  readonly #stop = new AbortController();
  readonly #wakeUp = new WakeUp();
  #running: Promise<void> | null = null;
  #leading = false;

  constructor(options: SequencerOptions) {
    this.#options = { pollMs: 1_000, retryMs: 500, batch: 1_000, ...options };
  }

  /** Whether this process gives the positions at the moment. */
  get leading(): boolean {
    return this.#leading;
  }

  /** Starts working in the background; a database that is away is waited for. */
  start(): void {
    const { retryMs, log } = this.#options;
    this.#running ??= persist({
      name: 'sequencer',
      run: () => this.#withSession(),
      stop: this.#stop.signal,
      wakeUp: this.#wakeUp,
      retryMs,
      log,
    });
  }

  /** Stops after the batch in hand and frees the lead at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wakeUp.signal();
    await this.#running;
  }

  async #withSession(): Promise<void> {
    const session = await this.#options.open();
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
      const [answer] = await session.query<{ won: boolean }>('select pg_try_advisory_lock($1, $2) as won', leaderLock);
      if (answer?.won) return;
      await this.#wakeUp.wait(this.#options.retryMs);
    }
  }

  async #lead(session: Session, ended: AbortSignal): Promise<void> {
    if (ended.aborted) return;
    const { pollMs, batch, log } = this.#options;
    await session.query(`set idle_session_timeout = ${Math.max(2_000, 2 * pollMs)}`);
    await session.query(leaderSettings);
    await adoptStream(session);
    await session.listen(inboxChannel, () => this.#wakeUp.signal());
    this.#leading = true;
    log.info({}, 'sequencer: this process gives the event positions');
    const floor = new InboxFloor();
    while (!ended.aborted) {
      if ((await moveInbox(session, batch, floor)) < batch) await this.#wakeUp.wait(pollMs);
    }
  }
}
