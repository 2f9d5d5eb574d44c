import type { SeededRandom } from '../seeded-random.js';
import { isInside } from './inside.js';
import { boxOf, shapeArea } from './measure.js';
import type { Place, Shape } from './plane.js';

/** About `count` places spread evenly over a shape: a lattice, each place shaken within its square. */
export function scatter(shape: Shape, count: number, random: SeededRandom): readonly Place[] {
  const step = Math.sqrt(shapeArea(shape) / count);
  const [west, south, east, north] = boxOf(shape);
  const places: Place[] = [];
  for (let y = south; y < north; y += step)
    for (let x = west; x < east; x += step) {
      const place: Place = [x + random.next() * step, y + random.next() * step];
      if (isInside(shape, place)) places.push(place);
    }
  return places;
}

/** One place in a shape, each as likely. */
export function anywhereIn(shape: Shape, random: SeededRandom): Place {
  const [west, south, east, north] = boxOf(shape);
  for (;;) {
    const place: Place = [random.between(west, east), random.between(south, north)];
    if (isInside(shape, place)) return place;
  }
}
