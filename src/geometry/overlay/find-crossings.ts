import type { Box } from '../box.js';
import { turnArea } from '../turn.js';
import { CrossingList, type Crossings } from './crossings.js';
import type { OverlayLayer } from './overlay-layer.js';
import { traceCapacity, traceSegment } from './segment-grid.js';
import { ofFirst, ofSecond, sideAfterShift } from './shifted-side.js';

/** Finds every crossing of two layers after the symbolic shift, by the grid of the layer with more segments. */
export function findCrossings(first: OverlayLayer, second: OverlayLayer): Crossings {
  const finder = new CrossingFinder(first, second);
  if (first.segments.count <= second.segments.count) {
    eachMeeting(first, second, (one, other) => finder.compare(one, other));
  } else {
    eachMeeting(second, first, (one, other) => finder.compare(other, one));
  }
  return finder.found;
}

/** Calls `compare` once for each pair of segments whose boxes meet. */
function eachMeeting(asking: OverlayLayer, asked: OverlayLayer, compare: (one: number, other: number) => void): void {
  const { frame, starts, segments } = asked.grid;
  const [ends, otherEnds] = [asking.segments.ends, asked.segments.ends];
  const cells = new Uint32Array(traceCapacity(frame));
  /** The last asking segment + 1 that each asked one was compared with: they share more than one cell at times. */
  const compared = new Uint32Array(asked.segments.count);
  for (let one = 0; one < asking.segments.count; one++) {
    if (isOutside(ends, one, asked.box)) continue;
    const passed = traceSegment(frame, ends, one, cells);
    for (let i = 0; i < passed; i++) {
      const cell = cells[i]!;
      for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
        const other = segments[at]!;
        if (!doBoxesMeet(ends, one, otherEnds, other) || compared[other] === one + 1) continue;
        compared[other] = one + 1;
        compare(one, other);
      }
    }
  }
}

/** Whether a segment lies wholly beyond one side of a box. */
export function isOutside(ends: Float64Array, segment: number, box: Box): boolean {
  const at = segment * 4;
  const [y0, y1] = [ends[at + 1]!, ends[at + 3]!];
  return ends[at]! > box.maxX || ends[at + 2]! < box.minX || (y0 < box.minY && y1 < box.minY) || (y0 > box.maxY && y1 > box.maxY);
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

  constructor(first: OverlayLayer, second: OverlayLayer) {
    this.#first = first.segments.ends;
    this.#second = second.segments.ends;
  }

  /** Records the crossing of a segment of the first layer with one of the second, if they cross. */
  compare(first: number, second: number): void {
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
