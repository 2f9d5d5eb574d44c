import Flatbush from 'flatbush';

import { boxOf } from './box.js';
import { holdsPoint } from './point-in-rings.js';
import { type Rings } from './rings.js';

/** Finds the units of one layer by place; built once, read by any number of callers. */
export interface UnitIndex {
  /** Indexes, ascending, of the units that hold the point by the rule of {@link holdsPoint}: at most one in a partition. */
  locate(longitude: number, latitude: number): readonly number[];
  /** Indexes, ascending, of the units whose boxes meet the given one. */
  near(minX: number, minY: number, maxX: number, maxY: number): readonly number[];
}

/** Builds the index of one layer; a unit without polygon is given as `null` and is never found. */
export function unitIndex(units: readonly (Rings | null)[]): UnitIndex {
  const drawn = units.flatMap((rings, index) => (rings && rings.coordinates.length > 0 ? [index] : []));
  if (drawn.length === 0) return { locate: () => [], near: () => [] };
  const boxes = new Flatbush(drawn.length);
  for (const index of drawn) {
    const box = boxOf(units[index]!);
    boxes.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  boxes.finish();
  const near = (minX: number, minY: number, maxX: number, maxY: number): number[] =>
    boxes
      .search(minX, minY, maxX, maxY)
      .map((found) => drawn[found]!)
      .sort((a, b) => a - b);
  return {
    near,
    locate: (longitude, latitude) =>
      near(longitude, latitude, longitude, latitude).filter((index) => holdsPoint(units[index]!, longitude, latitude)),
  };
}
