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

/** The share, 0..1, of a layer's points that lie on the ground of another once they are moved; 0 without points. */
export function coveredShare(points: SamplePoints, ground: UnitIndex, { eastM, northM }: Shift): number {
  const { coordinates } = points;
  let covered = 0;
  for (let i = 0; i < coordinates.length; i += 2) {
    const [longitude, latitude] = [coordinates[i]!, coordinates[i + 1]!];
    const metresADegreeEast = metresADegree * Math.cos((latitude * Math.PI) / 180);
    if (ground.locate(longitude + eastM / metresADegreeEast, latitude + northM / metresADegree).length > 0) covered++;
  }
  return coordinates.length === 0 ? 0 : (2 * covered) / coordinates.length;
}

/** How far two layers cover each other, 0..1, the first one moved: the mean of both shares. */
export function agreement(moved: LayerSurvey, fixed: LayerSurvey, shift: Shift): number {
  const back = { eastM: -shift.eastM, northM: -shift.northM };
  return (coveredShare(moved.points, fixed.index, shift) + coveredShare(fixed.points, moved.index, back)) / 2;
}
