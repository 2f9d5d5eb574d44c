import { accountOf, type Principal } from '../../kernel/principal.js';

/** Counts what each principal holds open at once. */
export class OpenOfPrincipals {
  readonly #limit: number;
  readonly #open = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Counts one more of a principal's, until the answer is called; null, and counts nothing, where it has as many as it may. */
  take(principal: Principal): (() => void) | null {
    const name = accountOf(principal);
    const before = this.#open.get(name) ?? 0;
    if (before >= this.#limit) return null;
    this.#open.set(name, before + 1);
    return () => this.#give(name);
  }

  #give(name: string): void {
    const left = (this.#open.get(name) ?? 1) - 1;
    if (left === 0) this.#open.delete(name);
    else this.#open.set(name, left);
  }
}
