import Flatbush from 'flatbush';

import { type Box, boxOf } from './box.js';
import { holdsPoint } from './point-in-rings.js';
import { type Rings } from './rings.js';

/** Finds the units of one layer by place; built once, read by any number of callers. */
export interface UnitIndex {
  /** Indexes, ascending, of the units that hold the point by the rule of {@link holdsPoint}: at most one in a partition. */
  locate(longitude: number, latitude: number): readonly number[];
  /** Whether some unit holds the point: {@link UnitIndex.locate} for whoever need not know which. */
  holds(longitude: number, latitude: number): boolean;
  /** Indexes, ascending, of the units whose boxes meet the given one. */
  near(minX: number, minY: number, maxX: number, maxY: number): readonly number[];
}

/** Builds the index of one layer; a unit without polygon is given as `null` and is never found. */
export function unitIndex(units: readonly (Rings | null)[]): UnitIndex {
  return unitIndexOver(units.length, (index) => units[index]!);
}

/** Builds the index of one layer whose polygons are made when they are asked for, so that a million of them need not stand in memory. */
export function unitIndexOver(size: number, ringsOf: (unit: number) => Rings | null): UnitIndex {
  const { drawn, boxes } = drawnBoxes(size, ringsOf);
  if (drawn.length === 0) return { locate: () => [], holds: () => false, near: () => [] };
  const index = new Flatbush(drawn.length);
  for (const { minX, minY, maxX, maxY } of boxes) index.add(minX, minY, maxX, maxY);
  index.finish();
  const near = (minX: number, minY: number, maxX: number, maxY: number): number[] =>
    index
      .search(minX, minY, maxX, maxY)
      .map((found) => drawn[found]!)
      .sort((a, b) => a - b);
  return {
    near,
    locate: (longitude, latitude) =>
      near(longitude, latitude, longitude, latitude).filter((unit) => holdsPoint(ringsOf(unit)!, longitude, latitude)),
    holds: (longitude, latitude) => {
      let isHeld = false;
      // Nothing is collected: whoever asks this asks it of thousands of points.
      index.search(longitude, latitude, longitude, latitude, (found) => {
        isHeld ||= holdsPoint(ringsOf(drawn[found]!)!, longitude, latitude);
        return false;
      });
      return isHeld;
    },
  };
}

function drawnBoxes(
  size: number,
  ringsOf: (unit: number) => Rings | null,
): { readonly drawn: Uint32Array; readonly boxes: readonly Box[] } {
  const drawn: number[] = [];
  const boxes: Box[] = [];
  for (let unit = 0; unit < size; unit++) {
    const rings = ringsOf(unit);
    if (!rings || rings.coordinates.length === 0) continue;
    drawn.push(unit);
    boxes.push(boxOf(rings));
  }
  return { drawn: Uint32Array.from(drawn), boxes };
}
