import { areaM2 } from '../../geometry/area.js';
import { planeAround } from '../../geometry/equal-area.js';
import { ringFaultError, ringRefusalError } from '../../geometry/ring-error.js';
import { gateRings } from '../../geometry/ring-gate.js';
import { ringsToNested } from '../../geometry/rings.js';
import type { City } from '../grids/index.js';
import type { ProposedUnit } from './redraw-proposal.js';
import type { BeginningUnit } from './redraw-unit.js';

/**
 * A proposed unit with its outline through the ring gate and measured. What is published for good is not repaired on the way: throws
 * `GEOMETRY_INVALID` for any fault, naming the place.
 */
export function admitOutline({ boundary, ...unit }: ProposedUnit, city: City): BeginningUnit {
  if (boundary === null || boundary === undefined) return { ...unit, boundary: null, areaM2: null };
  const judged = gateRings(boundary, { bounds: city.bounds });
  const where = `units: ${unit.localId}`;
  if (judged.verdict === 'refused') throw ringRefusalError(judged, where);
  if (judged.verdict === 'needs-repair') throw ringFaultError(judged.faults[0]!, where);
  return { ...unit, boundary: ringsToNested(judged.rings), areaM2: areaM2(judged.rings, planeAround(city.bounds)) };
}
