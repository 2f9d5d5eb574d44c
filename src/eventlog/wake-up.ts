/** Wakes one waiting loop; a signal that comes while nobody waits is kept, so that none is missed. */
export class WakeUp {
  #kept = false;
  #wake: (() => void) | null = null;

  /** Wakes the waiting loop, or spares the next one its wait. */
  signal(): void {
    if (this.#wake) this.#wake();
    else this.#kept = true;
  }

  /** Waits for a signal, at most `timeoutMs` when given. */
  async wait(timeoutMs?: number): Promise<void> {
    if (!this.#kept) await this.#signalled(timeoutMs);
    this.#kept = false;
  }

  #signalled(timeoutMs: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = timeoutMs === undefined ? undefined : setTimeout(() => this.#wake?.(), timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
    });
  }
}
