import { planarArea } from '../../../geometry/area.js';
import { boxOf } from '../../../geometry/box.js';
import { holdsPoint } from '../../../geometry/point-in-rings.js';
import type { Rings } from '../../../geometry/rings.js';

/** Points in degrees, `[longitude, latitude, …]`, and the unit that each was drawn from. */
export interface SamplePoints {
  readonly coordinates: Float64Array;
  readonly units: Uint32Array;
}

const pointsALayer = 1_500;
const tries = 24;
// Steps of the plastic number: points that neither cluster nor repeat, the same in every run.
const [stepX, stepY, stepUnit] = [0.7548776662466927, 0.5698402909980532, 0.6180339887498949];

/** At most 1,500 points spread over the ground of units by area; the same for the same units. */
export function samplePoints(units: readonly Rings[]): SamplePoints {
  const reach = runningTotal(units.map(planarArea));
  const total = reach.at(-1) ?? 0;
  const coordinates: number[] = [];
  const owners: number[] = [];
  for (let nth = 1; total > 0 && nth <= pointsALayer; nth++) {
    const unit = firstReaching(reach, total * ((nth * stepUnit) % 1));
    const point = pointWithin(units[unit]!, nth);
    if (point === null) continue;
    coordinates.push(...point);
    owners.push(unit);
  }
  return { coordinates: Float64Array.from(coordinates), units: Uint32Array.from(owners) };
}

function pointWithin(rings: Rings, nth: number): readonly [number, number] | null {
  const box = boxOf(rings);
  for (let attempt = 0; attempt < tries; attempt++) {
    const step = nth * tries + attempt;
    const x = box.minX + ((step * stepX) % 1) * (box.maxX - box.minX);
    const y = box.minY + ((step * stepY) % 1) * (box.maxY - box.minY);
    if (holdsPoint(rings, x, y)) return [x, y];
  }
  return null;
}

function runningTotal(values: readonly number[]): readonly number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

function firstReaching(reach: readonly number[], wanted: number): number {
  let [low, high] = [0, reach.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reach[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
