import type { Log } from '../../../kernel/log.js';
import type { RoundOutcome } from './re-placing.js';

const tryAgainMs = 60_000;

/** Places matters and elements anew whenever it hears that the ground may have changed; what is owed is tried again within a minute. */
export class PlaceKeeper {
  readonly #round: (ended: AbortSignal) => Promise<RoundOutcome>;
  readonly #log: Log;
  #isHinted = false;
  readonly #ended = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #isRunning = false;
  #again: NodeJS.Timeout | null = null;

  constructor(round: (ended: AbortSignal) => Promise<RoundOutcome>, log: Log) {
    this.#round = round;
    this.#log = log;
  }

  /** Says that the ground may have changed. Many hints during one round make one more. */
  hint(): void {
    if (this.#ended.signal.aborted) return;
    this.#isHinted = true;
    if (!this.#isRunning) this.#running = this.#run();
  }

  /** Resolves when no round is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Ends after the set of matters under way has been written, or with its failure. */
  async stop(): Promise<void> {
    this.#ended.abort();
    if (this.#again) clearTimeout(this.#again);
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isHinted && !this.#ended.signal.aborted) {
      this.#isHinted = false;
      if (this.#again) clearTimeout(this.#again);
      const outcome = await this.#round(this.#ended.signal).catch((cause: unknown): RoundOutcome => {
        this.#log.error({ cause }, 'matters could not be placed on the changed ground; it will be tried again');
        return 'OWED';
      });
      if (outcome === 'OWED' && !this.#ended.signal.aborted) this.#again = setTimeout(() => this.hint(), tryAgainMs).unref();
    }
    this.#isRunning = false;
  }
}
