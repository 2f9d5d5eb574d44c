import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { SealingOffice } from './sealing-office.js';

/** What the sweeper works with. */
export interface SweepParts {
  readonly offices: readonly SealingOffice[];
  /** Which of these matters the index holds, by uuid. */
  readonly held: (uuids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long a sealed part may wait for its matter; no transaction of the index lives as long. */
export const longestWaitMs = 10 * 60_000;

const everyMs = 60_000;

/** Sweeps sealed parts of reports: keeps those whose matter came into being, removes those whose matter never did. */
export class SealedSweeper {
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();

  constructor(private readonly parts: SweepParts) {}

  /** Sweeps now and every minute from now on. */
  start(): void {
    this.#timer = setInterval(() => void (this.#round = this.#round.then(() => this.sweep())), everyMs);
    this.#timer.unref();
  }

  /** Ends after the round under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#round;
  }

  /** Sweeps every office once; one that is away is left for the next round. */
  async sweep(): Promise<void> {
    for (const office of this.parts.offices) {
      await this.#sweepOffice(office).catch((thrown: unknown) => {
        this.parts.log.warn({ department: office.code, cause: thrown }, 'sealed parts could not be swept');
      });
    }
  }

  async #sweepOffice({ front, parts }: SealingOffice): Promise<void> {
    const before = new Date(this.parts.clock.now().getTime() - longestWaitMs);
    const waiting = await parts.waiting(front.sql, before);
    if (waiting.length === 0) return;
    const held = await this.parts.held(waiting.map(({ key }) => key));
    await parts.keep(
      front.sql,
      waiting.filter(({ key }) => held.has(key)),
    );
    await parts.remove(
      front.sql,
      waiting.filter(({ key }) => !held.has(key)),
      before,
    );
  }
}
