import { Leadership } from '../../../../eventlog/leadership.js';
import type { OpenSession } from '../../../../eventlog/session.js';
import type { Log } from '../../../../kernel/log.js';
import { type SeenState, tellStates } from './tell-states.js';

/** What a {@link StateTeller} needs; times in milliseconds. */
export interface StateTellerOptions {
  /** Opens connections to the city index; see `sessionsAt`. */
  readonly open: OpenSession;
  readonly log: Log;
  /** The states of the offices that this process has looked at. */
  readonly seen: () => readonly SeenState[];
  /** How often it looks; 1,000 when left out. */
  readonly pollMs?: number;
  /** How often a follower asks for the lead; 500 when left out. */
  readonly retryMs?: number;
}

// 'allg' 'stat': any two numbers that nobody else in this database uses.
const leaderLock = [0x616c6c67, 0x73746174] as const;

/**
 * Tells the event log when an office becomes LIVE, STALE or DOWN.
 *
 * Every process runs one and one of them works, see `Leadership`: states come from a clock and from what a process sees of an office, so
 * that two that told would contradict each other. What was told last stands in the index; whoever leads next goes on from there.
 */
export class StateTeller {
  readonly #leadership: Leadership;

  constructor({ open, log, seen, pollMs = 1_000, retryMs = 500 }: StateTellerOptions) {
    const lead: ConstructorParameters<typeof Leadership>[0]['lead'] = async (session, { ended, wakeUp }) => {
      while (!ended.aborted) {
        await tellStates(session, seen());
        await wakeUp.wait(pollMs);
      }
    };
    const silentMs = Math.max(10_000, 2 * pollMs);
    this.#leadership = new Leadership({ name: 'state teller', lock: leaderLock, open, log, retryMs, silentMs, lead });
  }

  /** Whether this process tells at the moment. */
  get leading(): boolean {
    return this.#leadership.leading;
  }

  /** Starts working in the background; a database that is away is waited for. */
  start(): void {
    this.#leadership.start();
  }

  /** Stops after the look in hand and frees the lead at once. */
  async stop(): Promise<void> {
    await this.#leadership.stop();
  }
}
