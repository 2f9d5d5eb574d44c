import { ringAt, ringCount, type Rings, type RingSpan } from './rings.js';
import { turn } from './turn.js';

/**
 * Tells whether a polygon holds a point, exactly.
 *
 * A point on an edge belongs to the ground next to it on the east, and where the edge runs east-west to the ground on the
 * north: the point is taken as moved by an infinitely small step east and a still smaller one north. So a point on an edge
 * or corner that several units of a partition share belongs to exactly one of them.
 * A point that every part or hole covers twice counts by even and odd.
 */
export function holdsPoint(rings: Rings, x: number, y: number): boolean {
  let inside = false;
  for (let ring = 0; ring < ringCount(rings); ring++) {
    if (ringHoldsPoint(ringAt(rings, ring), x, y)) inside = !inside;
  }
  return inside;
}

/** Tells whether one closed ring goes round a point, by the rule of {@link holdsPoint}. */
export function ringHoldsPoint(ring: RingSpan, x: number, y: number): boolean {
  const { coordinates, from, to } = ring;
  let inside = false;
  let ax = coordinates[from * 2]!;
  let ay = coordinates[from * 2 + 1]!;
  for (let i = (from + 1) * 2; i < to * 2; i += 2) {
    const bx = coordinates[i]!;
    const by = coordinates[i + 1]!;
    if (ay > y !== by > y && crossesEastOf(ax, ay, bx, by, x, y)) inside = !inside;
    ax = bx;
    ay = by;
  }
  return inside;
}

function crossesEastOf(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (ax > x && bx > x) return true;
  if (ax <= x && bx <= x) return false;
  // The edge passes east of the point when the point lies left of it, seen going up.
  return by > ay ? turn(ax, ay, bx, by, x, y) > 0 : turn(bx, by, ax, ay, x, y) > 0;
}
