import { type Community, isBuiltUp } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { isInside } from '../plane/inside.js';
import { ringArea } from '../plane/measure.js';
import type { Shape } from '../plane/plane.js';
import { seededRandom } from '../seeded-random.js';
import { type LayerUnit, serial3 } from './layer-unit.js';
import { type LatticeCell, UnitLattice } from './unit-lattice.js';

const landUses = [
  '居住用地',
  '居住用地',
  '居住用地',
  '商业服务业用地',
  '公共管理与公共服务用地',
  '道路与交通设施用地',
  '绿地与广场用地',
  '工业用地',
];

/**
 * Unit grids (单元网格) over the built-up part of urban communities: 12 digits of the community and a serial that runs
 * from west to east and from north to south. A grid belongs to the community of its middle, so it may reach into the next.
 */
export function drawUnitGrids(communities: readonly Community[], counties: ReadonlyMap<string, Shape>): readonly LayerUnit[] {
  const lattice = new UnitLattice();
  return communities
    .filter(({ isUrban }) => isUrban)
    .flatMap((community) => {
      const county = counties.get(community.division.code.slice(0, 6))!;
      return cellsOf(community, lattice)
        .filter(({ ring }) => ring.every((corner) => isInside(county, corner)))
        .map((cell, i) => unitGrid(community, cell, i + 1));
    });
}

function cellsOf(community: Community, lattice: UnitLattice): readonly LatticeCell[] {
  const [[x, y], r] = [community.centre, community.builtRadiusM];
  const cells = [...lattice.cellsIn([x - r, y - r, x + r, y + r])];
  return cells
    .filter(({ middle }) => isBuiltUp(community, middle) && isInside(community.ground, middle))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function unitGrid({ division }: Community, { ring }: LatticeCell, serial: number): LayerUnit {
  const random = seededRandom(`unit/${division.code}/${serial}`);
  return {
    localId: `${division.code}${serial3(serial)}`,
    name: `${shortName(division.name)}单元网格${serial3(serial)}`,
    division: division.code,
    households: null,
    validFrom: '2020-10-01',
    shape: [[ring]],
    own: {
      land_use: random.pick(landUses),
      management_grade: String(random.pick([1, 2, 2, 3, 3, 3, 4])),
      surveyed_on: `${random.pick([2020, 2020, 2023])}-0${random.whole(3, 9)}-${String(random.whole(10, 28))}`,
      collector_shift: random.pick(['早班 07:00-14:00', '中班 14:00-21:00', '全日 08:00-18:00']),
      code_generation: 'GB/T 47678.3',
      stated_area_m2: String(Math.round(Math.abs(ringArea(ring)))),
    },
  };
}
