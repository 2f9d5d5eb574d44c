import type { Holders } from './holders.js';

/** A set of units, as a number: 0 is nobody, `unit + 1` that unit alone, and greater numbers are looked up. */
export type HolderSet = number;

/** Nobody. */
export const nobody: HolderSet = 0;

/** Gives each set of holders one number, so that a vertex remembers its set in four bytes. */
export class HolderSets {
  readonly #unitCount: number;
  readonly #known = new Map<string, HolderSet>();
  readonly #units: (readonly number[])[] = [];
  readonly #counts: (readonly number[])[] = [];

  constructor(unitCount: number) {
    this.#unitCount = unitCount;
  }

  /** The unit that alone makes up the set; -1 for nobody and for several. */
  onlyUnit(set: HolderSet): number {
    return set <= this.#unitCount ? set - 1 : -1;
  }

  /** The number of the present holders. */
  numberOf(holders: Holders): HolderSet {
    if (holders.size === 0) return nobody;
    if (holders.size === 1 && holders.counts[0] === 1) return holders.units[0]! + 1;
    return this.#several(holders);
  }

  /** Sets `holders` to the set, all of them since `x`, `y`. */
  recall(set: HolderSet, holders: Holders, x: number, y: number): void {
    holders.size = 0;
    if (set === nobody) return;
    if (set <= this.#unitCount) {
      holders.enter(set - 1, 1, x, y);
      return;
    }
    const units = this.#units[set - this.#unitCount - 1]!;
    const counts = this.#counts[set - this.#unitCount - 1]!;
    for (let at = 0; at < units.length; at++) holders.enter(units[at]!, counts[at]!, x, y);
  }

  #several(holders: Holders): HolderSet {
    const positions = Array.from({ length: holders.size }, (_, at) => at).sort((a, b) => holders.units[a]! - holders.units[b]!);
    const units = positions.map((at) => holders.units[at]!);
    const counts = positions.map((at) => holders.counts[at]!);
    const key = `${units.join()};${counts.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#units.push(units);
    this.#counts.push(counts);
    const set = this.#unitCount + this.#units.length;
    this.#known.set(key, set);
    return set;
  }
}
