import { centreOf, shapeArea } from '../plane/measure.js';
import { partition } from '../plane/partition.js';
import type { Shape } from '../plane/plane.js';
import { anywhereIn } from '../plane/scatter.js';
import type { ShapeAlgebra } from '../plane/shape-algebra.js';
import { seededRandom } from '../seeded-random.js';
import type { Community, Township } from './community.js';
import { type Division, isResidentsCommittee } from './division.js';
import { urbanCore } from './urban-core.js';
import { km2, total, urbanArea, villageShare } from './wanted-area.js';

/** Draws communities into a township: residents' committees share the town in its middle, villages the land around it. */
export function drawCommunities(algebra: ShapeAlgebra, township: Township, divisions: readonly Division[]): readonly Community[] {
  const urban = divisions.filter(({ name }) => isResidentsCommittee(name));
  const rural = divisions.filter(({ name }) => !isResidentsCommittee(name));
  const areas = urban.map((one) => urbanArea(one, township.division)! * km2);
  if (rural.length === 0) return settleAll(algebra, { ground: township.ground, divisions: urban, shares: areas });
  if (urban.length === 0) return settleAll(algebra, { ground: township.ground, divisions: rural, shares: rural.map(villageShare) });
  const disc = urbanCore(township.centre, total(areas), seededRandom(`core/${township.division.code}`));
  const core = algebra.intersection(disc, township.ground);
  const around = algebra.difference(township.ground, core);
  return [
    ...settleAll(algebra, { ground: core, divisions: urban, shares: areas }),
    ...settleAll(algebra, { ground: around, divisions: rural, shares: rural.map(villageShare) }),
  ];
}

interface Settling {
  readonly ground: Shape;
  readonly divisions: readonly Division[];
  readonly shares: readonly number[];
}

function settleAll(algebra: ShapeAlgebra, { ground, divisions, shares }: Settling): readonly Community[] {
  const random = seededRandom(`communities/${divisions[0]!.code}`);
  const starts = divisions.map(() => anywhereIn(ground, random));
  const pieces = partition(algebra, { ground, starts, shares, random, rounds: 80 });
  return divisions.map((division, i) => settle(division, pieces[i]!));
}

function settle(division: Division, ground: Shape): Community {
  const areaM2 = shapeArea(ground);
  const isUrban = isResidentsCommittee(division.name);
  const builtM2 = isUrban ? Math.min(areaM2 * 0.9, seededRandom(`built/${division.code}`).between(0.2e6, 0.36e6)) : 40_000;
  return { division, ground, centre: centreOf(ground), areaM2, isUrban, builtRadiusM: Math.sqrt(builtM2 / 3.1416) };
}
