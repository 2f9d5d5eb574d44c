/** Hands things on one after the other, each when the one before has been dealt with. */
export class Inbox<Item> {
  readonly #deal: (item: Item) => unknown;
  readonly #failed: (thrown: unknown) => void;
  #waiting: Item[] = [];
  #isDealing = false;
  #emptied: (() => void)[] = [];

  /** `deal` may answer a promise; after what it throws, nothing more is handed on. */
  constructor(deal: (item: Item) => unknown, failed: (thrown: unknown) => void) {
    this.#deal = deal;
    this.#failed = failed;
  }

  /** How many wait, the one that is being dealt with among them. */
  get size(): number {
    return this.#waiting.length;
  }

  put(item: Item): void {
    this.#waiting.push(item);
    void this.#handOn();
  }

  /** Lets go of everything that waits. */
  clear(): void {
    this.#waiting = [];
  }

  /** Resolves when everything that was put in has been dealt with. */
  whenEmpty(): Promise<void> {
    return this.#waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => this.#emptied.push(resolve));
  }

  async #handOn(): Promise<void> {
    if (this.#isDealing) return;
    this.#isDealing = true;
    try {
      for (; this.#waiting.length > 0; this.#waiting.shift()) await this.#deal(this.#waiting[0]!);
      for (const resolve of this.#emptied.splice(0)) resolve();
    } catch (thrown) {
      this.#failed(thrown);
      return;
    }
    this.#isDealing = false;
  }
}
