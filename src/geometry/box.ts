import { ringCount, type Rings, type RingSpan } from './rings.js';

/** An upright rectangle, its border included; empty while `minX > maxX`. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The smallest box around a polygon. */
export function boxOf(rings: Rings): Box {
  return boxOfSpan({ coordinates: rings.coordinates, from: 0, to: rings.ringStarts[ringCount(rings)]! });
}

/** The smallest box around one ring. */
export function boxOfSpan(ring: RingSpan): Box {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = ring.from * 2; i < ring.to * 2; i += 2) {
    const x = ring.coordinates[i]!;
    const y = ring.coordinates[i + 1]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}

/** The smallest box around all `boxes`. */
export function boxAround(boxes: Iterable<Box>): Box {
  let around: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const box of boxes) {
    around = {
      minX: Math.min(around.minX, box.minX),
      minY: Math.min(around.minY, box.minY),
      maxX: Math.max(around.maxX, box.maxX),
      maxY: Math.max(around.maxY, box.maxY),
    };
  }
  return around;
}

/** Whether the point lies in the box or on its border. */
export function boxHolds(box: Box, x: number, y: number): boolean {
  return x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;
}

/** Whether two boxes have at least one point in common. */
export function boxesMeet(one: Box, other: Box): boolean {
  return one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY && other.minY <= one.maxY;
}
