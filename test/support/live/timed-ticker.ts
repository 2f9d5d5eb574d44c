import type { Ticker } from '../../../src/features/live/index.js';
import type { Clock } from '../../../src/kernel/clock.js';

interface Running {
  readonly everyMs: number;
  readonly tick: () => void;
  nextAt: number;
}

/** A clock whose time only the test moves, and the timers that go by it. */
export class TimedTicker implements Ticker, Clock {
  readonly #running = new Set<Running>();
  #nowMs: number;

  constructor(start: Date) {
    this.#nowMs = start.getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  start(everyMs: number, tick: () => void): () => void {
    const running = { everyMs, tick, nextAt: this.#nowMs + everyMs };
    this.#running.add(running);
    return () => void this.#running.delete(running);
  }

  /** Lets time pass up to its next tick, at most `ms`, and what waits for it happen. */
  async advance(ms: number): Promise<void> {
    const end = this.#nowMs + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#nowMs = next.nextAt;
      next.nextAt += next.everyMs;
      next.tick();
      await settled();
    }
    this.#nowMs = end;
    await settled();
  }

  #next(end: number): Running | undefined {
    return [...this.#running].filter(({ nextAt }) => nextAt <= end).sort((a, b) => a.nextAt - b.nextAt)[0];
  }
}

/** Lets everything happen that needs no time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
