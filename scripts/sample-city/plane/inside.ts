import { type Box, boxOf } from './measure.js';
import type { Place, Ring, Shape } from './plane.js';

function crossings(ring: Ring, [x, y]: Place): number {
  let count = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) count++;
  }
  return count;
}

/** Whether a place lies in a shape; places on the outline fall either way. */
export function isInside(shape: Shape, place: Place): boolean {
  let count = 0;
  for (const polygon of shape) for (const ring of polygon) count += crossings(ring, place);
  return count % 2 === 1;
}

const boxHolds = ([west, south, east, north]: Box, [x, y]: Place): boolean => x >= west && x <= east && y >= south && y <= north;

/** Builds the answer to "which of these holds the place": the first one that does, or undefined. */
export function whichHolds<T>(items: readonly T[], shapeOf: (item: T) => Shape): (place: Place) => T | undefined {
  const boxed = items.map((item) => ({ item, shape: shapeOf(item), box: boxOf(shapeOf(item)) }));
  return (place) => boxed.find(({ box, shape }) => boxHolds(box, place) && isInside(shape, place))?.item;
}
