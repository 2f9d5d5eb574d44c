import { type Clock, systemClock } from '../kernel/clock.js';
import type { Log } from '../kernel/log.js';
import { inboxChannel } from './channels.js';
import { InboxFloor } from './inbox-floor.js';
import { Leadership, type Turn } from './leadership.js';
import { LogUpkeep } from './log-upkeep.js';
import { leaderSettings, moveInbox } from './move-inbox.js';
import type { OpenSession, Session } from './session.js';
import { adoptStream } from './stream-epoch.js';

/** What a {@link Sequencer} needs; times in milliseconds. */
export interface SequencerOptions {
  /** Opens connections to the city index; see `sessionsAt`. */
  readonly open: OpenSession;
  readonly log: Log;
  /** Tells the months of the log; the machine's own when left out. */
  readonly clock?: Clock;
  /** How many days events are kept at least; {@link leastKeepDays} when left out. */
  readonly keepDays?: number;
  /** How long the leader sleeps when no wake-up comes; 500 when left out. */
  readonly pollMs?: number;
  /** How often a follower asks for the lead and a broken connection is tried again; 500 when left out. */
  readonly retryMs?: number;
  /** Events moved in one transaction; 1,000 when left out. */
  readonly batch?: number;
}

/** Events younger than these days are never dropped. */
export const leastKeepDays = 400;

// 'allg' 'seqr': any two numbers that nobody else in this database uses.
const leaderLock = [0x616c6c67, 0x73657172] as const;

/**
 * Gives committed events their dense positions: moves them from the inbox to the log.
 *
 * Every process runs one and one of them works, see {@link Leadership}; a leader that fell silent is thrown out after 1.25 s or two
 * polls, whichever is longer. Meanwhile events wait in the inbox. The leader also makes the parts of the log and drops those past keeping.
 * An open transaction, here or in another database, delays its own events and no others.
 */
export class Sequencer {
  readonly #pollMs: number;
  readonly #batch: number;
  readonly #upkeep: () => LogUpkeep;
  readonly #leadership: Leadership;

  constructor({ open, log, clock = systemClock, keepDays = leastKeepDays, pollMs = 500, retryMs = 500, batch = 1_000 }: SequencerOptions) {
    this.#pollMs = pollMs;
    this.#batch = batch;
    this.#upkeep = () => new LogUpkeep({ clock, log, keepDays });
    const lead = (session: Session, turn: Turn): Promise<void> => this.#lead(session, turn);
    // With the pause between two questions of a follower and its connecting, less than two seconds.
    const silentMs = Math.max(1_250, 2 * pollMs);
    this.#leadership = new Leadership({ name: 'sequencer', lock: leaderLock, open, log, retryMs, silentMs, lead });
  }

  /** Whether this process gives the positions at the moment. */
  get leading(): boolean {
    return this.#leadership.leading;
  }

  /** Starts working in the background; a database that is away is waited for. */
  start(): void {
    this.#leadership.start();
  }

  /** Stops after the batch in hand and frees the lead at once. */
  async stop(): Promise<void> {
    await this.#leadership.stop();
  }

  async #lead(session: Session, { ended, wakeUp }: Turn): Promise<void> {
    await session.query(leaderSettings);
    await adoptStream(session);
    await session.listen(inboxChannel, () => wakeUp.signal());
    const floor = new InboxFloor();
    const upkeep = this.#upkeep();
    while (!ended.aborted) {
      const month = await upkeep.round(session);
      if ((await moveInbox(session, { batch: this.#batch, floor, month })) < this.#batch) await wakeUp.wait(this.#pollMs);
    }
  }
}
