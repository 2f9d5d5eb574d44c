import { centreOf, distance, shapeArea } from '../plane/measure.js';
import { partition } from '../plane/partition.js';
import { type Place, type Shape, toPlace } from '../plane/plane.js';
import { anywhereIn } from '../plane/scatter.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { seededRandom } from '../seeded-random.js';
import type { Township } from './community.js';
import { type Division, isResidentsCommittee } from './division.js';
import { urbanCore } from './urban-core.js';
import { km2, total, urbanArea, villageShare } from './wanted-area.js';

// Where the built-up heart of each county lies, in degrees.
const hearts: Readonly<Record<string, Place>> = {
  '360202': toPlace([117.178, 29.288]),
  '360203': toPlace([117.234, 29.296]),
  '360222': toPlace([117.24, 29.37]),
  '360281': toPlace([117.13, 28.968]),
};

/** A county with its real outline. */
export interface County {
  readonly code: string;
  readonly outline: Shape;
  readonly townships: readonly Division[];
  readonly childrenOf: (code: string) => readonly Division[];
}

/** Draws townships into a county: those that are all city share its heart, the others the land around it. */
export function drawTownships(algebra: ShapeAlgebra, county: County): readonly Township[] {
  const { code, outline, townships, childrenOf } = county;
  const isAllCity = ({ code: own }: Division): boolean => childrenOf(own).every(({ name }) => isResidentsCommittee(name));
  const city = townships.filter(isAllCity);
  const land = townships.filter((one) => !isAllCity(one));
  const heart = city.length === 0 ? [] : algebra.intersection(heartOf(county, city), outline);
  const around = heart.length === 0 ? outline : algebra.difference(outline, heart);
  const random = seededRandom(`townships/${code}`);
  return [
    ...place(city, partitionOrNone(algebra, { county, ground: heart, townships: city, start: () => anywhereIn(heart, random) })),
    ...place(
      land,
      partitionOrNone(algebra, { county, ground: around, townships: land, start: (one) => landStart(one, hearts[code]!, around) }),
    ),
  ];
}

const place = (divisions: readonly Division[], pieces: readonly Shape[]): readonly Township[] =>
  divisions.map((division, i) => ({ division, ground: pieces[i]!, centre: centreOf(pieces[i]!) }));

function heartOf({ code, childrenOf }: County, city: readonly Division[]): Shape {
  const areaM2 = total(city.map((one) => urbanAreaOf(one, childrenOf(one.code))));
  return urbanCore(hearts[code]!, areaM2, seededRandom(`heart/${code}`));
}

const urbanAreaOf = (township: Division, communities: readonly Division[]): number =>
  total(communities.map((one) => (urbanArea(one, township) ?? 0) * km2));

interface Piece {
  readonly county: County;
  readonly ground: Shape;
  readonly townships: readonly Division[];
  readonly start: (township: Division) => Place;
}

function partitionOrNone(algebra: ShapeAlgebra, { county, ground, townships, start }: Piece): readonly Shape[] {
  if (townships.length === 0) return [];
  const urban = townships.map((one) => urbanAreaOf(one, county.childrenOf(one.code)));
  const villages = townships.map((one) => total(county.childrenOf(one.code).filter(isVillage).map(villageShare)));
  const perVillage = Math.max(0, shapeArea(ground) - total(urban)) / Math.max(1, total(villages));
  return partition(algebra, {
    ground,
    starts: townships.map(start),
    shares: townships.map((_, i) => urban[i]! + villages[i]! * perVillage),
    random: seededRandom(`township-ground/${county.code}/${townships.length}`),
    rounds: 80,
  });
}

const isVillage = ({ name }: Division): boolean => !isResidentsCommittee(name);

/** Subdistricts and the county town lie next to the heart, all others at least 4 km away. */
function landStart(township: Division, heart: Place, ground: Shape): Place {
  const random = seededRandom(`start/${township.code}`);
  const isNear = township.kind === 'SUBDISTRICT' || township.code === '360222100';
  for (;;) {
    const start = anywhereIn(ground, random);
    if (isNear ? distance(start, heart) < 5_000 : distance(start, heart) > 4_000) return start;
  }
}
