import type { SeededRandom } from '../seeded-random.js';
import type { Place, Shape } from './plane.js';

/** Moves every corner of a shape a little. */
export type Warp = (shape: Shape) => Shape;

/**
 * A smooth shift of the whole plane by about `metres`, as between two offices that surveyed the same ground apart.
 * Its waves are long against its height, so it never folds the ground over itself.
 */
export function smoothWarp(metres: number, random: SeededRandom): Warp {
  const wave = (): ((place: Place) => number) => {
    const [length, phase, tilt] = [random.between(900, 1_500), random.between(0, 6.28), random.between(-1, 1)];
    return ([x, y]) => Math.sin((x * tilt + y * (1 - Math.abs(tilt))) * (6.28 / length) + phase);
  };
  const [eastA, eastB, northA, northB] = [wave(), wave(), wave(), wave()];
  const move = (place: Place): Place => [
    place[0] + metres * 0.6 * (eastA(place) + eastB(place)),
    place[1] + metres * 0.6 * (northA(place) + northB(place)),
  ];
  return (shape) => shape.map((polygon) => polygon.map((ring) => ring.map(move)));
}
