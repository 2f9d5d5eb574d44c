import type { Box } from '../box.js';

const { imul } = Math;

/** What has been summed up of each pair of units, in the order in which pairs were first met. */
export interface SummedPairs {
  readonly size: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly areas: Float64Array;
}

/** Numbers kept for each pair. */
const stride = 5;
const [originX, originY, rounder, high, low] = [0, 1, 2, 3, 4] as const;
const lowStep = 2 ** -30;

/**
 * Sums the pieces of outline of each pair's common ground by Green's theorem.
 *
 * The sum of a pair is the same whatever the order of its pieces, to the last bit, hence the same whatever else lies in the
 * layers: each piece is rounded to a multiple of a step that depends on the pair alone, small enough to lose nothing that
 * matters and large enough for all partial sums to be exact. Source: J. Demmel, H. D. Nguyen, Fast Reproducible
 * Floating-Point Summation (2013), with two bins. Each pair is measured from the middle of its smaller unit.
 */
export class PairSums {
  readonly #boxesA: readonly Box[];
  readonly #boxesB: readonly Box[];
  readonly #isWanted: (a: number, b: number) => boolean;
  #slots = new Int32Array(1 << 12);
  #size = 0;
  #a = new Uint32Array(1 << 11);
  #b = new Uint32Array(1 << 11);
  #sums = new Float64Array(stride << 11);

  /** For units with these boxes; `isWanted` tells which pairs are asked for. */
  constructor(boxesA: readonly Box[], boxesB: readonly Box[], isWanted: (a: number, b: number) => boolean) {
    this.#boxesA = boxesA;
    this.#boxesB = boxesB;
    this.#isWanted = isWanted;
  }

  /** Adds a piece of outline from `p` to `q`, with the pair's common ground on its left; `times` over, from `q` to `p` if below 0. */
  add(a: number, b: number, times: number, px: number, py: number, qx: number, qy: number): void {
    if (!this.#isWanted(a, b)) return;
    const at = this.#pair(a, b) * stride;
    const sums = this.#sums;
    const x = sums[at + originX]!;
    const y = sums[at + originY]!;
    // Twice the midpoint across the way: four times the area swept, and exactly its negative for the way back.
    const swept = times * ((px - x + (qx - x)) * (qy - py) - (py - y + (qy - y)) * (qx - px));
    const round = sums[at + rounder]!;
    const coarse = swept + round - round;
    const lowRound = round * lowStep;
    sums[at + high]! += coarse;
    sums[at + low]! += swept - coarse + lowRound - lowRound;
  }

  /** All pairs met, those included whose units only touch. */
  summed(): SummedPairs {
    const areas = new Float64Array(this.#size);
    for (let pair = 0; pair < this.#size; pair++) {
      areas[pair] = (this.#sums[pair * stride + high]! + this.#sums[pair * stride + low]!) / 4;
    }
    return { size: this.#size, a: this.#a.subarray(0, this.#size), b: this.#b.subarray(0, this.#size), areas };
  }

  #pair(a: number, b: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(a, b) & mask;
    for (let held = this.#slots[slot]!; held !== 0; held = this.#slots[slot]!) {
      if (this.#a[held - 1] === a && this.#b[held - 1] === b) return held - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.#size + 1;
    return this.#enter(a, b);
  }

  #enter(a: number, b: number): number {
    const pair = this.#size++;
    this.#a[pair] = a;
    this.#b[pair] = b;
    const smaller = smallerOf(this.#boxesA[a]!, this.#boxesB[b]!);
    const at = pair * stride;
    this.#sums[at + originX] = (smaller.minX + smaller.maxX) / 2;
    this.#sums[at + originY] = (smaller.minY + smaller.maxY) / 2;
    this.#sums[at + rounder] = rounderFor(squaredDiagonal(smaller));
    if (this.#size === this.#a.length) this.#grow();
    return pair;
  }

  #grow(): void {
    const [a, b, sums] = [this.#a, this.#b, this.#sums];
    this.#a = new Uint32Array(a.length * 2);
    this.#b = new Uint32Array(a.length * 2);
    this.#sums = new Float64Array(sums.length * 2);
    this.#a.set(a);
    this.#b.set(b);
    this.#sums.set(sums);
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let pair = 0; pair < this.#size; pair++) {
      let slot = hash(a[pair]!, b[pair]!) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = pair + 1;
    }
  }
}

/** The box with the shorter diagonal. */
export function smallerOf(one: Box, other: Box): Box {
  return squaredDiagonal(other) < squaredDiagonal(one) ? other : one;
}

/** The square of a box's diagonal: no piece within the box sweeps more. */
export function squaredDiagonal(box: Box): number {
  return (box.maxX - box.minX) ** 2 + (box.maxY - box.minY) ** 2;
}

/** Adding and taking away this number rounds to 2⁻³⁰ of `largest`; millions of such numbers add up without error. */
function rounderFor(largest: number): number {
  if (largest === 0) return 0;
  return 1.5 * 2 ** (52 - 30 + 1 + Math.ceil(Math.log2(largest)));
}

function hash(a: number, b: number): number {
  const mixed = imul(a, 0x9e3779b1) ^ imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
