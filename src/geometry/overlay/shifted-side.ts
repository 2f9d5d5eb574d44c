/**
 * The symbolic shift. The second layer is taken as moved by (ε, ε²) with ε above 0 and smaller than anything, so nothing of
 * one layer ever lies exactly on a line of the other: no vertex on a segment, no segment along another. All questions are
 * answered as after one and the same move, hence agree with each other; and as area is continuous in the move, the areas
 * computed are those of the layers as they lie.
 *
 * Source: H. Edelsbrunner, E. P. Mücke, Simulation of Simplicity, ACM Transactions on Graphics 9 (1990).
 */
export type Shift = 1 | -1;

/** How the second layer is moved against the first. */
export const ofSecond: Shift = 1;
/** How the first layer is moved, seen from the second. */
export const ofFirst: Shift = -1;

/**
 * On which side of a segment a point of the other layer lies once it has moved: 1 left, -1 right. `area` is the
 * `turnArea` of the segment and the point before the move, `dy` the segment's rise; segments never run west.
 */
export function sideAfterShift(area: number, dy: number, shift: Shift): 1 | -1 {
  if (area !== 0) return area > 0 ? 1 : -1;
  // The move (ε, ε²) across the direction (dx, dy) is dx ε² − dy ε: the rise decides, and dx > 0 where there is none.
  const move = dy === 0 ? shift : dy > 0 ? -shift : shift;
  return move > 0 ? 1 : -1;
}

/** Whether a height is above that of a point of the other layer once the point has moved. */
export function isAboveAfterShift(y: number, pointY: number, shift: Shift): boolean {
  return shift > 0 ? y > pointY : y >= pointY;
}
