import { opaqueCode } from '../bodies/opaque-code.js';
import type { Estate } from '../elements/estate.js';
import type { Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { rectangleRing } from '../plane/convex.js';
import { centreOf } from '../plane/measure.js';
import { partition } from '../plane/partition.js';
import { onGrain, type Place, type Shape } from '../plane/plane.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { chineseNumber } from './chinese-number.js';
import type { LayerUnit } from './layer-unit.js';

const alliances = [
  '陶溪川文旅党建共同体',
  '三宝文创党建共同体',
  '御窑厂文史党建共同体',
  '老城更新党建联盟',
  '园区企业党建联盟',
  '校地共建党建联盟',
  '',
  '',
];

/** A community as party building surveyed it, and the grids that its branches were set up for. */
export interface BranchGround {
  readonly community: Community;
  readonly ground: Shape;
  readonly grids: readonly LayerUnit[];
}

/** A branch or group for each grid (网格党支部、党小组); its outline was drawn apart from the grid's and deviates. */
export function drawGridBranches(algebra: ShapeAlgebra, { community, ground, grids }: BranchGround): readonly LayerUnit[] {
  const { code, name } = community.division;
  const random = seededRandom(`branches/${code}`);
  const pieces = partition(algebra, {
    ground,
    starts: grids.map(({ shape }) => shaken(centreOf(shape!), random)),
    shares: grids.map(() => random.between(0.7, 1.4)),
    random,
    rounds: 14,
  });
  return grids.map((grid, i) => {
    const isBranch = random.chance(0.62);
    return {
      localId: opaqueCode(`branch/${grid.localId}`, 12),
      name: `${shortName(name)}社区第${chineseNumber(i + 1)}网格党${isBranch ? '支部' : '小组'}`,
      division: code,
      households: null,
      validFrom: '2023-07-01',
      shape: pieces[i]!,
      own: {
        ...ownFields({ isBranch, host: 'GRID', site: `${shortName(name)}社区党群服务中心` }, random),
        ...ties({ division: code, serial: i + 1, hostUnit: grid.localId, siteId: `DQ-${code}-01` }),
      },
    };
  });
}

/** A branch of an estate (小区党支部), which lies over the branches of the grids. */
export function estateBranch({ localId, name, community, rectangle }: Estate): LayerUnit {
  const random = seededRandom(`estate-branch/${localId}`);
  const grown = { ...rectangle, width: rectangle.width + 12, height: rectangle.height + 12 };
  return {
    localId: opaqueCode(`estate-branch/${localId}`, 12),
    name: `${name}小区党支部`,
    division: community.division.code,
    households: null,
    validFrom: '2023-07-01',
    shape: [[rectangleRing(grown).map(onGrain)]],
    own: {
      ...ownFields({ isBranch: true, host: 'ESTATE', site: `${name}党员活动室` }, random),
      ...ties({ division: community.division.code, serial: 500 + (Number(localId) % 400), hostUnit: localId, siteId: '' }),
    },
  };
}

const shaken = ([x, y]: Place, random: SeededRandom): Place => [x + random.between(-120, 120), y + random.between(-120, 120)];

interface BranchFacts {
  readonly isBranch: boolean;
  readonly host: 'GRID' | 'ESTATE';
  readonly site: string;
}

function ownFields({ isBranch, host, site }: BranchFacts, random: SeededRandom): Readonly<Record<string, string>> {
  const year = random.whole(2012, 2023);
  const established = `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
  return {
    branch_form: isBranch ? 'BRANCH' : 'GROUP',
    host,
    established_on: established,
    alliance: random.pick(alliances),
    activity_site: site,
    last_renewed_on: `${random.whole(2024, 2025)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
  };
}

interface Ties {
  readonly division: string;
  readonly serial: number;
  readonly hostUnit: string;
  readonly siteId: string;
}

/** Where a branch stands in the party tree, what it was set up on, and the site where it meets. */
function ties({ division, serial, hostUnit, siteId }: Ties): Readonly<Record<string, string>> {
  const levels = [division.slice(0, 4), division.slice(4, 6), division.slice(6, 9), division.slice(9, 12), String(serial).padStart(3, '0')];
  return { level_path: levels.join('.'), host_unit: hostUnit, activity_site_id: siteId };
}

const two = (number: number): string => String(number).padStart(2, '0');
