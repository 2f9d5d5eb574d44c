/**
 * Where segments of a first layer cross segments of a second, in parallel columns. One point serves both: whatever rounding
 * it carries, it is the same corner of the common ground seen from either layer.
 */
export interface Crossings {
  readonly size: number;
  /** Segment of the first layer, and of the second. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** How far along each of them, 0 to 1. */
  readonly alongFirst: Float64Array;
  readonly alongSecond: Float64Array;
  /** 1 where the first passes from the left of the second to its right (the second then from right to left), else -1. */
  readonly turns: Int8Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** A growing list of crossings. */
export class CrossingList implements Crossings {
  size = 0;
  first = new Uint32Array(1024);
  second = new Uint32Array(1024);
  alongFirst = new Float64Array(1024);
  alongSecond = new Float64Array(1024);
  turns = new Int8Array(1024);
  xs = new Float64Array(1024);
  ys = new Float64Array(1024);

  /** Makes room for one more and answers its position; the caller fills all columns. */
  next(): number {
    if (this.size === this.first.length) this.#grow();
    return this.size++;
  }

  #grow(): void {
    this.first = doubled(this.first, new Uint32Array(this.size * 2));
    this.second = doubled(this.second, new Uint32Array(this.size * 2));
    this.alongFirst = doubled(this.alongFirst, new Float64Array(this.size * 2));
    this.alongSecond = doubled(this.alongSecond, new Float64Array(this.size * 2));
    this.turns = doubled(this.turns, new Int8Array(this.size * 2));
    this.xs = doubled(this.xs, new Float64Array(this.size * 2));
    this.ys = doubled(this.ys, new Float64Array(this.size * 2));
  }
}

function doubled<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
