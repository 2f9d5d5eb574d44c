import { type Community, isBuiltUp } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { isInside } from '../plane/inside.js';
import type { Place } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import type { KeyPlace } from './key-place.js';

const kinds = [
  { tail: '小学', use: '教育' },
  { tail: '中学', use: '教育' },
  { tail: '卫生服务中心', use: '医疗' },
  { tail: '农贸市场', use: '商业' },
  { tail: '商业广场', use: '商业' },
  { tail: '陶瓷创意园', use: '文旅' },
  { tail: '公园', use: '公共' },
  { tail: '瓷厂旧址园区', use: '工业' },
];

const count = 112;

/** Institutions in the built-up part of urban communities, at most one a community. */
export function drawKeyPlaces(communities: readonly Community[]): readonly KeyPlace[] {
  const urban = communities.filter(({ isUrban }) => isUrban);
  return Array.from({ length: count }, (_, i) => keyPlaceIn(urban[Math.floor((i * urban.length) / count)]!, i));
}

function keyPlaceIn(community: Community, i: number): KeyPlace {
  const random = seededRandom(`key-place/${i}`);
  const { tail, use } = kinds[i % kinds.length]!;
  const middle = builtUpPlace(community, () => [random.between(-0.7, 0.7), random.between(-0.7, 0.7)]);
  return { name: `${shortName(community.division.name)}${tail}`, use, community, middle, buildings: random.whole(2, 6) };
}

function builtUpPlace(community: Community, next: () => Place): Place {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [u, v] = next();
    const place: Place = [community.centre[0] + u * community.builtRadiusM, community.centre[1] + v * community.builtRadiusM];
    if (isBuiltUp(community, place) && isInside(community.ground, place)) return place;
  }
  return community.centre;
}
