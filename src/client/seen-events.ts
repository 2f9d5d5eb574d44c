/** How many ids are remembered: more than come again after any resume of one connection. */
const kept = 10_000;

/** Tells events that have come before. */
export class SeenEvents {
  readonly #ids = new Set<string>();

  /** Whether an id is new, and from now on it is not. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > kept) this.#ids.delete(this.#ids.values().next().value!);
    return true;
  }
}
