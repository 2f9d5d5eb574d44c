import type { Place, Ring } from './plane.js';

/** A rectangle around a middle, turned by the direction of its width (a unit vector). */
export interface Rectangle {
  readonly middle: Place;
  readonly width: number;
  readonly height: number;
  readonly direction: Place;
}

/** A place given in shares of a rectangle's width and height, from -0.5 to 0.5. */
export function placeInRectangle({ middle, width, height, direction: [c, s] }: Rectangle, [u, v]: Place): Place {
  const [x, y] = [u * width, v * height];
  return [middle[0] + x * c - y * s, middle[1] + x * s + y * c];
}

/** The four corners, counter-clockwise. */
export function rectangleRing(rectangle: Rectangle): Ring {
  const corners: readonly Place[] = [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ];
  return corners.map((corner) => placeInRectangle(rectangle, corner));
}

/** Whether a straight line with at least `gapM` metres of room passes between two convex rings. */
export function areApart(a: Ring, b: Ring, gapM: number): boolean {
  return [...normals(a), ...normals(b)].some((normal) => {
    const [lowA, highA] = shadow(a, normal);
    const [lowB, highB] = shadow(b, normal);
    return lowA - highB >= gapM || lowB - highA >= gapM;
  });
}

function normals(ring: Ring): readonly Place[] {
  return ring.map(([x, y], i): Place => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    const length = Math.sqrt((nx - x) ** 2 + (ny - y) ** 2);
    return [(ny - y) / length, (x - nx) / length];
  });
}

function shadow(ring: Ring, [nx, ny]: Place): readonly [number, number] {
  const along = ring.map(([x, y]) => x * nx + y * ny);
  return [Math.min(...along), Math.max(...along)];
}
