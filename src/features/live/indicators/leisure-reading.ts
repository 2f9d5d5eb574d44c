import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { Indicator } from '../../statistics/index.js';

/** Least milliseconds between two readings. */
export const leisureMs = 5_000;
/** A reading takes at most a fortieth of the time. */
const pausePerReading = 40;

/** What is read at leisure, and who hears of it. */
export interface LeisureParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly read: () => Promise<readonly Indicator[]>;
  /** Called when a reading later than the first has ended. */
  readonly isThere: () => void;
}

/** Reads what is dear to read, seldom and beside everything else: only the first reading is waited for. */
export class LeisureReading {
  readonly #parts: LeisureParts;
  #latest: readonly Indicator[] | null = null;
  #isWanted = false;
  #isReading = false;
  #nextAt = 0;

  constructor(parts: LeisureParts) {
    this.#parts = parts;
  }

  /** Something has changed that it may tell of. */
  want(): void {
    this.#isWanted = true;
    this.look();
  }

  /** Begins a reading where one is wanted and due. */
  look(): void {
    const { clock, log, isThere } = this.#parts;
    if (this.#latest === null || !this.#isWanted || this.#isReading || clock.now().getTime() < this.#nextAt) return;
    this.#isWanted = false;
    this.#read().then(isThere, (thrown: unknown) => {
      this.#isWanted = true;
      log.warn({ err: thrown }, 'key figures: the dearer ones cannot be read, trying again');
    });
  }

  /** What was read last; the first time it is read for this. Rejects when that fails. */
  async latest(): Promise<readonly Indicator[]> {
    return this.#latest ?? this.#read();
  }

  async #read(): Promise<readonly Indicator[]> {
    const { clock, read } = this.#parts;
    this.#isReading = true;
    const began = clock.now().getTime();
    try {
      return (this.#latest = await read());
    } finally {
      this.#isReading = false;
      const now = clock.now().getTime();
      this.#nextAt = now + Math.max(leisureMs, (now - began) * pausePerReading);
    }
  }
}
