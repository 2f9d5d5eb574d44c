import { planarArea } from '../../geometry/area.js';
import type { Box } from '../../geometry/box.js';
import { planeAround, projectRings } from '../../geometry/equal-area.js';
import type { Rings } from '../../geometry/rings.js';
import type { GridUnit } from '../grids/index.js';
import type { GroundEngine } from './ports.js';
import { isSliver } from './sliver.js';

/** A retired unit's outline and the units that its lineage leads to, all drawn. */
export interface OutlinesToMeasure {
  readonly uuid: string;
  /** EPSG:4326. */
  readonly rings: Rings;
  readonly targets: readonly GridUnit[];
}

/** Both shares of two outlines, and the ground in common. */
export interface MeasuredShare {
  readonly weight: number;
  readonly inverseWeight: number;
  readonly areaM2: number;
}

/** Lays each retired outline upon its targets: shares by the retired unit's uuid and the target's; slivers are left out. */
export function measureShares(
  engine: GroundEngine,
  asked: readonly OutlinesToMeasure[],
  bounds: Box,
): ReadonlyMap<string, ReadonlyMap<string, MeasuredShare>> {
  const plane = planeAround(bounds);
  const onPlane = (rings: Rings): Rings => projectRings(plane, rings);
  return new Map(
    asked.map(({ uuid, rings, targets }) => [
      uuid,
      sharesOf(engine, onPlane(rings), { targets, rings: targets.map((t) => onPlane(t.rings!)) }),
    ]),
  );
}

function sharesOf(
  engine: GroundEngine,
  own: Rings,
  other: { readonly targets: readonly GridUnit[]; readonly rings: readonly Rings[] },
): ReadonlyMap<string, MeasuredShare> {
  const ownM2 = planarArea(own);
  return new Map(
    engine.intersections([own], other.rings).flatMap(({ b, areaM2 }) => {
      const otherM2 = planarArea(other.rings[b]!);
      if (isSliver(areaM2, ownM2, otherM2)) return [];
      const share = { weight: Math.min(1, areaM2 / ownM2), inverseWeight: Math.min(1, areaM2 / otherM2), areaM2 };
      return [[other.targets[b]!.uuid, share] as const];
    }),
  );
}
