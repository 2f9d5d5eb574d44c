import type { Building } from '../elements/building.js';
import { builtAreaM2, type Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { partition } from '../plane/partition.js';
import type { Shape } from '../plane/plane.js';
import { anywhereIn } from '../plane/scatter.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { seededRandom } from '../seeded-random.js';
import { shareOut } from '../share-out.js';
import { chineseNumber } from './chinese-number.js';
import { householdSamples } from './household-samples.js';
import { type LayerUnit, serial3 } from './layer-unit.js';

/** How many all-elements grids the city has (source: the report that the project was asked for from). */
export const allElementsTotal = 785;

/** How many grids each urban community gets, about four. */
export function gridCounts(urban: readonly Community[], householdsOf: (community: Community) => number): readonly number[] {
  return shareOut({ total: allElementsTotal, masses: urban.map(householdsOf), least: 2 });
}

/** The city's own grids (全要素网格): each urban community cut into parts of about equal households. Households are counted later. */
export function drawAllElementsGrids(algebra: ShapeAlgebra, counted: readonly CountedCommunity[]): readonly LayerUnit[] {
  return counted.flatMap(({ community, count, buildings }) => {
    const { code, name } = community.division;
    const random = seededRandom(`all-elements/${code}`);
    const pieces = cut(algebra, { community, count, buildings }, random);
    return pieces.map((shape, i) => ({
      localId: `${code}${serial3(i + 1)}`,
      name: `${shortName(name)}社区第${chineseNumber(i + 1)}网格`,
      division: code,
      households: null,
      validFrom: '2024-01-01',
      shape,
      own: {},
    }));
  });
}

/** A community with the number of its grids and the buildings that may lie in it. */
export interface CountedCommunity {
  readonly community: Community;
  readonly count: number;
  readonly buildings: readonly Building[];
}

function cut(
  algebra: ShapeAlgebra,
  { community, count, buildings }: CountedCommunity,
  random: ReturnType<typeof seededRandom>,
): readonly Shape[] {
  return partition(algebra, {
    ground: community.ground,
    starts: Array.from({ length: count }, () => anywhereIn(community.ground, random)),
    shares: Array.from({ length: count }, () => 1),
    samples: householdSamples(buildings, community.ground, random),
    areaM2: builtAreaM2(community),
    random,
    rounds: 100,
  });
}
