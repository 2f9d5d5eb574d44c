import type { Clock } from '../../../kernel/clock.js';
import type { Ticker } from '../ticker.js';

/** Least milliseconds between the end of a reading and the next. */
export const leastPauseMs = 200;
/** A reading takes at most a fifth of the time. */
const pausePerReading = 4;
const retryMs = 1_000;

/** What readings are paced by, and what is read. */
export interface PacedReading {
  readonly clock: Clock;
  readonly ticker: Ticker;
  /** Rejects when it is to be tried again. */
  readonly read: () => Promise<void>;
}

/** Reads at once what is wanted after quiet; while it reads, and for a pause after that, whatever is wanted becomes one reading more. */
export class ReadingPace {
  readonly #parts: PacedReading;
  #isWanted = false;
  #isBusy = false;
  #isOver = false;
  #stopPause: () => void = () => undefined;

  constructor(parts: PacedReading) {
    this.#parts = parts;
  }

  /** A reading that begins after this is wanted. */
  want(): void {
    this.#isWanted = true;
    if (!this.#isBusy && !this.#isOver) void this.#read();
  }

  /** Begins no reading any more. */
  stop(): void {
    this.#isOver = true;
    this.#stopPause();
  }

  async #read(): Promise<void> {
    const { clock, read } = this.#parts;
    this.#isBusy = true;
    this.#isWanted = false;
    const began = clock.now().getTime();
    const isRead = await read().then(
      () => true,
      () => false,
    );
    this.#isWanted ||= !isRead;
    const took = clock.now().getTime() - began;
    this.#pause(isRead ? Math.max(leastPauseMs, took * pausePerReading) : retryMs);
  }

  #pause(forMs: number): void {
    if (this.#isOver) return;
    this.#stopPause = this.#parts.ticker.start(forMs, () => {
      this.#stopPause();
      this.#isBusy = false;
      if (this.#isWanted) this.want();
    });
  }
}
