/** The moment until which a piece of work has to be done; whoever works on it asks or is told when it passes. */
export class Deadline {
  readonly #listeners = new Set<() => void>();
  #hasPassed = false;

  get hasPassed(): boolean {
    return this.#hasPassed;
  }

  /** Tells `listener` once when the deadline passes; the answer stops that. */
  whenPassed(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Lets it pass: everybody who listens is told, once. */
  pass(): void {
    this.#hasPassed = true;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}
