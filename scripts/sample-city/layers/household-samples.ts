import type { Building } from '../elements/building.js';
import type { Sample } from '../plane/balanced-sites.js';
import { isInside } from '../plane/inside.js';
import type { Shape } from '../plane/plane.js';
import { scatter } from '../plane/scatter.js';
import type { SeededRandom } from '../seeded-random.js';

/** The households of buildings as samples, with a thin even cover so that empty ground is shared out too. */
export function householdSamples(buildings: readonly Building[], ground: Shape, random: SeededRandom): readonly Sample[] {
  const homes = buildings.filter(({ place }) => isInside(ground, place)).map(({ place, households }) => ({ place, mass: households }));
  const mass = Math.max(
    20,
    homes.reduce((sum, one) => sum + one.mass, 0),
  );
  const cover = scatter(ground, 80, random);
  return [...homes, ...cover.map((place) => ({ place, mass: (mass * 0.04) / cover.length }))];
}
