import { boxOf } from './box.js';
import { holdsPoint } from './point-in-rings.js';
import { ringAt, ringCount, type Rings } from './rings.js';

/** How far up the box each line is drawn, best first: the middle, then ever nearer to the borders. */
const heights = [0.5, 0.382, 0.618, 0.27, 0.73, 0.15, 0.85, 0.07, 0.93, 0.02, 0.98];

/**
 * A point within a polygon, for a label or a marker: the middle of the widest stretch that a level line near half height
 * has inside it. Null where no such line finds ground (a polygon of no width).
 */
export function interiorPoint(rings: Rings): readonly [x: number, y: number] | null {
  const box = boxOf(rings);
  for (const height of heights) {
    const y = box.minY + (box.maxY - box.minY) * height;
    const x = middleOfWidestStretch(crossings(rings, y));
    if (x !== null && holdsPoint(rings, x, y)) return [x, y];
  }
  return null;
}

function crossings(rings: Rings, y: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < ringCount(rings); index++) {
    const { coordinates, from, to } = ringAt(rings, index);
    for (let vertex = from; vertex + 1 < to; vertex++) {
      const [ax, ay, bx, by] = coordinates.subarray(vertex * 2, vertex * 2 + 4) as unknown as [number, number, number, number];
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}

function middleOfWidestStretch(sorted: readonly number[]): number | null {
  let widest = 0;
  let middle: number | null = null;
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    const width = sorted[i + 1]! - sorted[i]!;
    if (width <= widest) continue;
    widest = width;
    middle = (sorted[i]! + sorted[i + 1]!) / 2;
  }
  return middle;
}
