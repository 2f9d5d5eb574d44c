import { opaqueDigits } from '../bodies/opaque-code.js';
import type { Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { placeInRectangle } from '../plane/convex.js';
import { isInside } from '../plane/inside.js';
import { distance } from '../plane/measure.js';
import { onGrain, type Place, type Shape } from '../plane/plane.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { shareOut } from '../share-out.js';
import type { Building } from './building.js';
import type { Estate } from './estate.js';
import type { KeyPlace } from './key-place.js';

type Draft = Omit<Building, 'addressCode'>;

const urbanTotal = 11_150;
const villageTotal = 850;

/** What {@link drawBuildings} builds on. */
export interface BuildingGrounds {
  readonly communities: readonly Community[];
  readonly counties: ReadonlyMap<string, Shape>;
  readonly estates: readonly Estate[];
  readonly keyPlaces: readonly KeyPlace[];
}

/** About 12,000 buildings: in estates, on the grounds of institutions, along streets, and a few of each village. */
export function drawBuildings({ communities, counties, estates, keyPlaces }: BuildingGrounds): readonly Building[] {
  const inEstates = estates.flatMap(estateBuildings);
  const inPlaces = keyPlaces.flatMap((place) => keyPlaceBuildings(place, counties));
  const urban = communities.filter(({ isUrban }) => isUrban);
  const villages = communities.filter(({ isUrban }) => !isUrban);
  const loose = shareOut({
    total: urbanTotal - inEstates.length - inPlaces.length,
    masses: urban.map(({ builtRadiusM }) => builtRadiusM ** 2),
    least: 4,
  });
  const rural = shareOut({ total: villageTotal, masses: villages.map(({ areaM2 }) => Math.sqrt(areaM2)), least: 1 });
  const drafts = [
    ...inEstates,
    ...inPlaces,
    ...urban.flatMap((community, i) => looseBuildings(community, loose[i]!)),
    ...villages.flatMap((community, i) => looseBuildings(community, rural[i]!)),
  ];
  return drafts.map((draft, i) => ({ ...draft, place: onGrain(draft.place), addressCode: `0798${opaqueDigits(`address/${i}`, 12)}` }));
}

const dwellingsByForm = { OLD: [16, 42], OPEN: [18, 48], CLOSED: [28, 84] } as const;

function estateBuildings(estate: Estate): readonly Draft[] {
  const random = seededRandom(`buildings/${estate.localId}`);
  const columns = random.whole(2, 5);
  const rows = random.whole(2, 4);
  const [low, high] = dwellingsByForm[estate.form];
  return Array.from({ length: columns * rows }, (_, i): Draft => {
    const spot: Place = [((i % columns) + 0.5) / columns - 0.5, (Math.floor(i / columns) + 0.5) / rows - 0.5];
    return {
      ...lived(random, low, high),
      name: `${estate.name}${i + 1}号楼`,
      place: placeInRectangle(estate.rectangle, spot),
      use: '住宅',
      estate: estate.localId,
      keyPlace: '',
      community: estate.community,
    };
  });
}

function keyPlaceBuildings({ name, use, community, middle, buildings }: KeyPlace, counties: ReadonlyMap<string, Shape>): readonly Draft[] {
  const random = seededRandom(`buildings/${name}/${community.division.code}`);
  const county = counties.get(community.division.code.slice(0, 6))!;
  return Array.from({ length: buildings }, (_, i): Draft => ({
    ...(random.chance(0.2) ? lived(random, 12, 40) : { dwellings: 0, households: 0 }),
    name: `${name}${i + 1}号楼`,
    place: aroundMiddle(middle, county, random),
    use,
    estate: '',
    keyPlace: name,
    community,
  }));
}

function aroundMiddle(middle: Place, county: Shape, random: SeededRandom): Place {
  const place: Place = [middle[0] + random.between(-45, 45), middle[1] + random.between(-45, 45)];
  return isInside(county, onGrain(place)) ? place : middle;
}

function looseBuildings(community: Community, count: number): readonly Draft[] {
  const random = seededRandom(`loose/${community.division.code}`);
  const [low, high] = community.isUrban ? [6, 30] : [1, 4];
  const places: Place[] = [];
  while (places.length < count) places.push(freePlace(community, random, places));
  return places.map((place, i) => ({
    ...lived(random, low, high),
    name: `${shortName(community.division.name)}${i + 1}号`,
    place,
    use: community.isUrban && random.chance(0.15) ? '商住' : '住宅',
    estate: '',
    keyPlace: '',
    community,
  }));
}

function freePlace(community: Community, random: SeededRandom, taken: readonly Place[]): Place {
  const reach = community.builtRadiusM;
  for (let attempt = 0; ; attempt++) {
    const place: Place = [community.centre[0] + random.between(-reach, reach), community.centre[1] + random.between(-reach, reach)];
    const isFree = attempt > 60 || taken.every((other) => distance(other, place) > 16);
    if (distance(place, community.centre) < reach && isFree && isInside(community.ground, place)) return place;
    if (attempt > 3_000) return community.centre;
  }
}

function lived(random: SeededRandom, low: number, high: number): { readonly dwellings: number; readonly households: number } {
  const dwellings = random.whole(low, high);
  return { dwellings, households: Math.round(dwellings * random.between(0.78, 0.98)) };
}
