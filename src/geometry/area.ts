import { type EqualAreaPlane, projectRings } from './equal-area.js';
import { ringAt, type Rings, type RingSpan } from './rings.js';

/** The area within one ring of a plane, positive when it runs counter-clockwise, in squared units of the plane. */
export function signedRingArea(ring: RingSpan): number {
  const { coordinates, from, to } = ring;
  if (to - from < 4) return 0;
  // Measured from the first vertex, so that far-off origins cost no digits.
  const originX = coordinates[from * 2]!;
  const originY = coordinates[from * 2 + 1]!;
  let twice = 0;
  let previousX = 0;
  let previousY = 0;
  for (let i = (from + 1) * 2; i < to * 2; i += 2) {
    const x = coordinates[i]! - originX;
    const y = coordinates[i + 1]! - originY;
    twice += previousX * y - x * previousY;
    previousX = x;
    previousY = y;
  }
  return twice / 2;
}

/** The area of a polygon on a plane: shells less their holes, whichever way the rings run. */
export function planarArea(rings: Rings): number {
  let total = 0;
  for (let part = 0; part + 1 < rings.partStarts.length; part++) {
    const shell = rings.partStarts[part]!;
    for (let ring = shell; ring < rings.partStarts[part + 1]!; ring++) {
      const area = Math.abs(signedRingArea(ringAt(rings, ring)));
      total += ring === shell ? area : -area;
    }
  }
  return total;
}

/** Square metres of a polygon given in EPSG:4326, on an equal-area plane; true to about 1e-6 within a city. */
export function areaM2(rings4326: Rings, plane: EqualAreaPlane): number {
  return planarArea(projectRings(plane, rings4326));
}
