import type { Place, Polygon, Ring, Shape } from './plane.js';

/** West, south, east, north in metres. */
export type Box = readonly [number, number, number, number];

/** Signed area of a ring in square metres, positive where it runs counter-clockwise. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j]!;
    const [bx, by] = ring[i]!;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

const polygonArea = ([outer, ...holes]: Polygon): number =>
  Math.abs(ringArea(outer!)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);

/** Area of a shape in square metres. */
export function shapeArea(shape: Shape): number {
  return shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/** The largest polygon of a shape. */
export function mainPolygon(shape: Shape): Polygon {
  return shape.reduce((best, polygon) => (polygonArea(polygon) > polygonArea(best) ? polygon : best));
}

/** Centre of mass of the outer ring of a shape's largest polygon. */
export function centreOf(shape: Shape): Place {
  const ring = mainPolygon(shape)[0]!;
  const [ox, oy] = ring[0]!;
  let x = 0;
  let y = 0;
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = [ring[j]![0] - ox, ring[j]![1] - oy];
    const [bx, by] = [ring[i]![0] - ox, ring[i]![1] - oy];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [ox + x / (3 * twice), oy + y / (3 * twice)];
}

/** The smallest upright box around a shape. */
export function boxOf(shape: Shape): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of shape)
    for (const [x, y] of outer!) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  return [west, south, east, north];
}

/** Distance between two places in metres. */
export function distance(a: Place, b: Place): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}
