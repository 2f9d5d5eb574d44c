import type { Building } from '../elements/building.js';
import { builtAreaM2, type Community } from '../ground/community.js';
import { shortName } from '../ground/division.js';
import { partition } from '../plane/partition.js';
import type { Shape } from '../plane/plane.js';
import { anywhereIn } from '../plane/scatter.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { householdSamples } from './household-samples.js';
import { type LayerUnit, serial3 } from './layer-unit.js';

const householdsPerGrid = 395;

/** A community as the political-legal office surveyed it; `buildings` leaves out those of special grids. */
export interface BasicGround {
  readonly community: Community;
  readonly ground: Shape;
  readonly buildings: readonly Building[];
}

/** Basic grids (基础网格) of 300 to 500 households; villages are one or two. Urban households are counted later. */
export function drawBasicGrids(algebra: ShapeAlgebra, basic: BasicGround): readonly LayerUnit[] {
  const { division, isUrban } = basic.community;
  const random = seededRandom(`basic/${division.code}`);
  const pieces = isUrban ? urbanPieces(algebra, basic, random) : villagePieces(algebra, basic, random);
  return pieces.map((shape, i): LayerUnit => ({
    localId: `${division.code}${serial3(i + 1)}`,
    name: `${shortName(division.name)}综治基础网格${serial3(i + 1)}`,
    division: division.code,
    households: isUrban ? null : random.whole(302, 498),
    validFrom: '2022-03-01',
    shape,
    own: {
      grid_kind: 'BASIC',
      mediation_room: `${shortName(division.name)}调解室`,
      patrol_interval_days: String(random.pick([1, 1, 2, 3, 7])),
    },
  }));
}

function urbanPieces(algebra: ShapeAlgebra, { community, ground, buildings }: BasicGround, random: SeededRandom): readonly Shape[] {
  const samples = householdSamples(buildings, ground, random);
  const households = samples.reduce((sum, { mass }) => sum + mass, 0) / 1.04;
  const count = Math.max(1, Math.round(households / householdsPerGrid));
  const starts = Array.from({ length: count }, () => anywhereIn(ground, random));
  return partition(algebra, { ground, starts, shares: starts.map(() => 1), samples, areaM2: builtAreaM2(community), random, rounds: 120 });
}

function villagePieces(algebra: ShapeAlgebra, { ground }: BasicGround, random: SeededRandom): readonly Shape[] {
  const starts = Array.from({ length: random.chance(0.35) ? 2 : 1 }, () => anywhereIn(ground, random));
  return partition(algebra, { ground, starts, shares: starts.map(() => 1), random, rounds: 30 });
}
