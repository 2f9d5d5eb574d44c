import { areaM2 } from '../../geometry/area.js';
import type { EqualAreaPlane } from '../../geometry/equal-area.js';
import { ringFaultError, ringRefusalError } from '../../geometry/ring-error.js';
import type { DroppedPiece, RingFault } from '../../geometry/ring-faults.js';
import { type GateLimits, gateRings } from '../../geometry/ring-gate.js';
import { partCount, type Rings } from '../../geometry/rings.js';
import type { CityError } from '../../kernel/city-error.js';
import type { OverlayEngine } from './compute/overlay-engine.js';

/** A boundary that may be kept and compared. */
export interface AdmittedBoundary {
  readonly admitted: true;
  /** EPSG:4326, valid. */
  readonly rings: Rings;
  readonly areaM2: number;
  /** What was wrong and by how many square metres the repair changed the area; null where nothing was wrong. */
  readonly repair: { readonly faults: readonly RingFault[]; readonly areaChangeM2: number } | null;
  /** Duplicate points and collapsed rings that were left out. */
  readonly dropped: readonly DroppedPiece[];
}

/** A boundary that goes to quarantine, and why: code `GEOMETRY_INVALID`, with the place. */
export interface RefusedBoundary {
  readonly admitted: false;
  readonly error: CityError;
}

/** What a boundary is judged by. */
export interface BoundaryTerms extends GateLimits {
  readonly plane: EqualAreaPlane;
  /** Names file, row and unit in messages. */
  readonly where: string;
}

/** A repair that changes a larger share of the area would decide between readings of the line, which is the office's to do. */
const unambiguousShare = 1e-3;

/**
 * Takes an untrusted GeoJSON geometry through the ring gate and, where it has a fault that can be repaired in one way only,
 * through one repair. An unclosed ring is refused, since its end may be cut off; so is a repair that changes more than
 * 1e-3 of the area (a bow-tie, a hole outside its shell, parts upon each other).
 */
export function admitBoundary(
  geometry: unknown,
  terms: BoundaryTerms,
  engine: Pick<OverlayEngine, 'repair'>,
): AdmittedBoundary | RefusedBoundary {
  const judged = gateRings(geometry, terms);
  if (judged.verdict === 'refused') return { admitted: false, error: ringRefusalError(judged, terms.where) };
  if (judged.verdict === 'accepted') {
    return { admitted: true, rings: judged.rings, areaM2: areaM2(judged.rings, terms.plane), repair: null, dropped: judged.dropped };
  }
  const { faults, dropped } = judged;
  const refused = { admitted: false, error: ringFaultError(faults[0]!, terms.where) } as const;
  if (faults.some(({ kind }) => kind === 'UNCLOSED')) return refused;
  const rings = engine.repair(judged.rings);
  const repairedM2 = areaM2(rings, terms.plane);
  const areaChangeM2 = repairedM2 - areaM2(judged.rings, terms.plane);
  if (partCount(rings) === 0 || Math.abs(areaChangeM2) > unambiguousShare * repairedM2) return refused;
  return { admitted: true, rings, areaM2: repairedM2, repair: rings === judged.rings ? null : { faults, areaChangeM2 }, dropped };
}
