import type { Place } from '../plane/plane.js';
import { onGrain } from '../plane/plane.js';
import type { SeededRandom } from '../seeded-random.js';
import type { CityView } from './city-view.js';

/** Builds the answer to "somewhere by the houses of this community"; the communal centre where no house is known. */
export function homesByCommunity({ buildings, communityOf }: CityView): (division: string, random: SeededRandom) => Place {
  const places = new Map<string, Place[]>();
  for (const { community, place } of buildings) {
    const own = places.get(community.division.code);
    if (own) own.push(place);
    else places.set(community.division.code, [place]);
  }
  return (division, random) => random.pick(places.get(division) ?? [onGrain(communityOf.get(division)!.centre)]);
}
