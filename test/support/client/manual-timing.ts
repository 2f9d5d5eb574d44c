import type { Timing } from '../../../src/client/index.js';

/** A clock in the hands of the test. */
export class ManualTiming implements Timing {
  #now = 0;
  #dice = 0;
  readonly #timers = new Set<{ readonly at: number; readonly call: () => void }>();

  /** What the dice answer from now on. */
  set dice(value: number) {
    this.#dice = value;
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.#dice;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Lets time pass; what falls due is called in order, and what follows from it is done before the next. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let due = this.#nextBy(end); due !== undefined; due = this.#nextBy(end)) {
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  #nextBy(end: number) {
    return [...this.#timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** Resolves when everything that needs no time has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
