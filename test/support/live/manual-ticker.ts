import type { Ticker } from '../../../src/features/live/index.js';

/** A timer that the test moves. */
export class ManualTicker implements Ticker {
  readonly #running = new Map<symbol, { readonly everyMs: number; readonly tick: () => void }>();

  start(everyMs: number, tick: () => void): () => void {
    const key = Symbol('running');
    this.#running.set(key, { everyMs, tick });
    return () => void this.#running.delete(key);
  }

  /** Milliseconds between the ticks of each that runs. */
  get paces(): readonly number[] {
    return [...this.#running.values()].map(({ everyMs }) => everyMs);
  }

  /** Lets every running one tick once. */
  tick(): void {
    for (const { tick } of [...this.#running.values()]) tick();
  }
}
