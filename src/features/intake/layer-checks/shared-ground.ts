import type { UnitIndex } from '../../../geometry/unit-index.js';
import type { LayerSurvey } from './layer-survey.js';
import type { SamplePoints } from './sample-points.js';

/** A move of a layer in metres. */
export interface Shift {
  readonly eastM: number;
  readonly northM: number;
}

/** No move. */
export const unmoved: Shift = { eastM: 0, northM: 0 };

const metresADegree = 111_320;

/**
 * The share, 0..1, of a layer's points that lie on the ground of another once they are moved; 0 without points. Where it turns out not to be
 * more than `beyond`, the rest is not looked at, and the answer is 0.
 */
export function coveredShare(points: SamplePoints, ground: UnitIndex, { eastM, northM }: Shift, beyond = 0): number {
  const { coordinates } = points;
  const all = coordinates.length / 2;
  let covered = all;
  for (let i = 0; i < coordinates.length; i += 2) {
    const [longitude, latitude] = [coordinates[i]!, coordinates[i + 1]!];
    const metresADegreeEast = metresADegree * Math.cos((latitude * Math.PI) / 180);
    if (ground.holds(longitude + eastM / metresADegreeEast, latitude + northM / metresADegree)) continue;
    covered--;
    if (covered <= beyond * all) return 0;
  }
  return all === 0 ? 0 : covered / all;
}

/** How far two layers cover each other, 0..1, the first one moved: the mean of both shares; 0 where it turns out not to be more than `beyond`. */
export function agreement(moved: LayerSurvey, fixed: LayerSurvey, shift: Shift, beyond = 0): number {
  const back = { eastM: -shift.eastM, northM: -shift.northM };
  const there = coveredShare(moved.points, fixed.index, shift, Math.max(0, 2 * beyond - 1));
  if (1 + there <= 2 * beyond) return 0;
  return (there + coveredShare(fixed.points, moved.index, back, Math.max(0, 2 * beyond - there))) / 2;
}
