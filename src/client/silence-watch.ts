import type { Timing } from './timing.js';

/** Tells once when nothing has been heard for too long. */
export class SilenceWatch {
  readonly #timing: Timing;
  readonly #longestMs: number;
  readonly #silent: () => void;
  #heardAt = 0;
  #callOff: (() => void) | null = null;

  constructor(longestMs: number, timing: Timing, silent: () => void) {
    this.#timing = timing;
    this.#longestMs = longestMs;
    this.#silent = silent;
  }

  /** Begins, or begins anew. */
  start(): void {
    this.stop();
    this.hear();
    this.#wait(this.#longestMs);
  }

  hear(): void {
    this.#heardAt = this.#timing.now();
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  // One timer for all that is heard: to set one with each event would cost more than the event.
  #wait(ms: number): void {
    this.#callOff = this.#timing.after(ms, () => {
      const leftMs = this.#heardAt + this.#longestMs - this.#timing.now();
      if (leftMs > 0) return this.#wait(leftMs);
      this.#callOff = null;
      this.#silent();
    });
  }
}
