import type { Community } from '../ground/community.js';
import { areApart, type Rectangle, rectangleRing } from '../plane/convex.js';
import { isInside } from '../plane/inside.js';
import { distance } from '../plane/measure.js';
import { onGrain, type Place, type Ring, type Shape } from '../plane/plane.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { unfit } from '../unfit.js';

/** The ground of an estate in its community. */
export interface EstateGround {
  readonly community: Community;
  readonly rectangle: Rectangle;
  readonly ring: Ring;
}

/**
 * Finds room for `counts[i]` estates in the built-up part of each community.
 * Estates keep clear of each other and inside their county; they may reach over the line of a community, as real ones do.
 */
export function placeEstates(
  communities: readonly Community[],
  counts: readonly number[],
  counties: ReadonlyMap<string, Shape>,
): readonly EstateGround[] {
  const placed: EstateGround[] = [];
  communities.forEach((community, i) => {
    const random = seededRandom(`estates/${community.division.code}`);
    const county = counties.get(community.division.code.slice(0, 6))!;
    for (let n = 0; n < counts[i]!; n++) placed.push(findRoom({ community, county, random, placed }));
  });
  return placed;
}

interface Search {
  readonly community: Community;
  readonly county: Shape;
  readonly random: SeededRandom;
  readonly placed: readonly EstateGround[];
}

function findRoom({ community, county, random, placed }: Search): EstateGround {
  const near = placed.filter(({ rectangle }) => distance(rectangle.middle, community.centre) < 2_500);
  for (let attempt = 0; attempt < 4_000; attempt++) {
    const rectangle = someRectangle(community, random, attempt);
    const ring = rectangleRing(rectangle).map(onGrain);
    const fits = isInside(community.ground, rectangle.middle) && near.every((other) => areApart(other.ring, ring, 9));
    if (fits && ring.every((corner) => isInside(county, corner))) return { community, rectangle, ring };
  }
  throw unfit(`No room for another estate in ${community.division.code} ${community.division.name}.`);
}

/** Estates shrink and move outwards when many attempts found no room. */
function someRectangle(community: Community, random: SeededRandom, attempt: number): Rectangle {
  const shrink = Math.max(0.45, 1 - attempt / 400);
  const reach = community.builtRadiusM * (0.85 + attempt / 500);
  const middle: Place = [community.centre[0] + random.between(-reach, reach), community.centre[1] + random.between(-reach, reach)];
  const tilt = random.between(-0.35, 0.35);
  return {
    middle,
    width: shrink * random.between(95, 190),
    height: shrink * random.between(70, 140),
    direction: [Math.sqrt(1 - tilt * tilt), tilt],
  };
}
