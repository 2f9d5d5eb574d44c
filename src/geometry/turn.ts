import { orient2d } from 'robust-predicates';

/**
 * Tells on which side of the way from `a` to `b` the point `c` lies: 1 left, -1 right, 0 exactly on the line (y grows upward).
 * The sign is exact for all doubles that neither overflow nor underflow.
 */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): -1 | 0 | 1 {
  // The library's sign is for y growing downward.
  const determinant = orient2d(ax, ay, bx, by, cx, cy);
  return determinant < 0 ? 1 : determinant > 0 ? -1 : 0;
}

/**
 * Twice the area of the triangle `a`, `b`, `c`: positive with `c` on the left of the way from `a` to `b`. The sign is exact
 * as in {@link turn}; the size is rounded.
 */
export function turnArea(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return -orient2d(ax, ay, bx, by, cx, cy);
}
