import { turnArea } from '../turn.js';
import { CrossingList, type Crossings } from './crossings.js';
import { traceSegment } from './grid-frame.js';
import type { OverlayLayer } from './overlay-layer.js';
import { crowd, type SegmentGrid } from './segment-grid.js';
import { isOutside } from './segments.js';
import { ofFirst, ofSecond, sideAfterShift } from './shifted-side.js';

/** Finds every crossing of two layers after the symbolic shift, by the grid of the layer with more segments. */
export function findCrossings(first: OverlayLayer, second: OverlayLayer): Crossings {
  const finder = new CrossingFinder(first, second);
  finder.run();
  return finder.found;
}

function doBoxesMeet(ends: Float64Array, one: number, otherEnds: Float64Array, other: number): boolean {
  const i = one * 4;
  const j = other * 4;
  if (ends[i]! > otherEnds[j + 2]! || otherEnds[j]! > ends[i + 2]!) return false;
  const ay0 = ends[i + 1]!;
  const ay1 = ends[i + 3]!;
  const by0 = otherEnds[j + 1]!;
  const by1 = otherEnds[j + 3]!;
  return (ay0 < ay1 ? ay0 : ay1) <= (by0 > by1 ? by0 : by1) && (by0 < by1 ? by0 : by1) <= (ay0 > ay1 ? ay0 : ay1);
}

class CrossingFinder {
  readonly found = new CrossingList();
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  /** The layer whose segments are looked for in the grid of the other. */
  readonly #asking: OverlayLayer;
  readonly #asked: OverlayLayer;
  readonly #isFirstAsking: boolean;
  /** The last asking segment + 1 that each asked one was compared with: they share more than one cell at times. */
  readonly #compared: Uint32Array;

  constructor(first: OverlayLayer, second: OverlayLayer) {
    this.#first = first.segments.ends;
    this.#second = second.segments.ends;
    this.#isFirstAsking = first.segments.count <= second.segments.count;
    [this.#asking, this.#asked] = this.#isFirstAsking ? [first, second] : [second, first];
    this.#compared = new Uint32Array(this.#asked.segments.count);
  }

  run(): void {
    const { count, ends } = this.#asking.segments;
    for (let segment = 0; segment < count; segment++) {
      if (!isOutside(ends, segment, this.#asked.box)) this.#compareWithin(this.#asked.grid, segment);
    }
  }

  /** Compares a segment with those that it shares a cell with. */
  #compareWithin({ frame, starts, segments, inner, trace }: SegmentGrid, segment: number): void {
    const { ends } = this.#asking.segments;
    const passed = traceSegment(frame, ends, segment, trace);
    for (let i = 0; i < passed; i++) {
      const cell = trace[i]!;
      const from = starts[cell]!;
      const to = starts[cell + 1]!;
      const grid = to - from > crowd ? inner.get(cell) : undefined;
      if (grid === undefined) this.#compareAll(segment, segments, from, to);
      else if (!isOutside(ends, segment, grid.frame)) this.#compareWithin(grid, segment);
    }
  }

  /** Compares a segment once with each of the listed ones whose boxes it meets. */
  #compareAll(segment: number, others: Uint32Array, from: number, to: number): void {
    const { ends } = this.#asking.segments;
    const otherEnds = this.#asked.segments.ends;
    const compared = this.#compared;
    for (let at = from; at < to; at++) {
      const other = others[at]!;
      if (!doBoxesMeet(ends, segment, otherEnds, other) || compared[other] === segment + 1) continue;
      compared[other] = segment + 1;
      if (this.#isFirstAsking) this.#compare(segment, other);
      else this.#compare(other, segment);
    }
  }

  /** Records the crossing of a segment of the first layer with one of the second, if they cross. */
  #compare(first: number, second: number): void {
    const [i, j] = [first * 4, second * 4];
    const ax0 = this.#first[i]!;
    const ay0 = this.#first[i + 1]!;
    const ax1 = this.#first[i + 2]!;
    const ay1 = this.#first[i + 3]!;
    const bx0 = this.#second[j]!;
    const by0 = this.#second[j + 1]!;
    const bx1 = this.#second[j + 2]!;
    const by1 = this.#second[j + 3]!;
    const a0 = turnArea(bx0, by0, bx1, by1, ax0, ay0);
    const a1 = turnArea(bx0, by0, bx1, by1, ax1, ay1);
    const side = sideAfterShift(a0, by1 - by0, ofFirst);
    if (side === sideAfterShift(a1, by1 - by0, ofFirst)) return;
    const b0 = turnArea(ax0, ay0, ax1, ay1, bx0, by0);
    const b1 = turnArea(ax0, ay0, ax1, ay1, bx1, by1);
    if (sideAfterShift(b0, ay1 - ay0, ofSecond) === sideAfterShift(b1, ay1 - ay0, ofSecond)) return;
    this.#record(first, second, side, { a0, a1, b0, b1 });
  }

  /** The triangles' areas stand to each other as the distances of the ends from the other segment. */
  #record(first: number, second: number, side: 1 | -1, areas: { a0: number; a1: number; b0: number; b1: number }): void {
    const { a0, a1, b0, b1 } = areas;
    const { found } = this;
    const at = found.next();
    found.first[at] = first;
    found.second[at] = second;
    found.turns[at] = side;
    found.alongFirst[at] = a0 / (a0 - a1);
    found.alongSecond[at] = b0 / (b0 - b1);
    found.xs[at] = this.#place(first * 4, second * 4, areas);
    found.ys[at] = this.#place(first * 4 + 1, second * 4 + 1, areas);
  }

  /** One coordinate of the crossing, exact where it is an end of either segment, measured from the nearer end of the first. */
  #place(i: number, j: number, { a0, a1, b0, b1 }: { a0: number; a1: number; b0: number; b1: number }): number {
    if (b0 === 0) return this.#second[j]!;
    if (b1 === 0) return this.#second[j + 2]!;
    const [from, to] = [this.#first[i]!, this.#first[i + 2]!];
    if (Math.abs(a0) <= Math.abs(a1)) return from + (a0 / (a0 - a1)) * (to - from);
    return to + (a1 / (a1 - a0)) * (from - to);
  }
}
