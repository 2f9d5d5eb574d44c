import { planarArea } from '../../../geometry/area.js';
import { areaM2 } from '../../../geometry/area.js';
import { type EqualAreaPlane, planeAround } from '../../../geometry/equal-area.js';
import { ringFaultError, ringRefusalError } from '../../../geometry/ring-error.js';
import type { DroppedPiece, RingFault } from '../../../geometry/ring-faults.js';
import { gateRings } from '../../../geometry/ring-gate.js';
import { partCount, type Rings } from '../../../geometry/rings.js';
import type { Refusal } from '../refusal.js';
import type { RingRepair } from '../ring-repair.js';
import type { Bounds } from './point.js';

/** A boundary that may stand, with what had to be done for it; or why it may not. */
export type BoundaryVerdict = { readonly rings: Rings; readonly repaired: string | null } | { readonly refusal: Refusal };

/**
 * Share of a polygon's ground that a repair may change. A shore that crosses itself by a hair is repaired and told;
 * a bow-tie, a hole outside its shell or parts upon each other say something that nobody can guess.
 */
const mostChange = 0.01;

/** Judges boundaries of one city: the ring gate, then at most one repair. An unclosed ring is refused: points are missing. */
export class BoundaryRule {
  readonly #bounds: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly #plane: EqualAreaPlane;

  constructor(
    [west, south, east, north]: Bounds,
    private readonly repairs: RingRepair,
  ) {
    this.#bounds = { minX: west, minY: south, maxX: east, maxY: north };
    this.#plane = planeAround(this.#bounds);
  }

  /** Judges one untrusted GeoJSON geometry. */
  judge(geometry: unknown): BoundaryVerdict {
    const verdict = gateRings(geometry, { bounds: this.#bounds });
    if (verdict.verdict === 'refused') {
      return { refusal: refusalOf(ringRefusalError(verdict, 'boundary'), verdict.received) };
    }
    const dropped = droppedNote(verdict.dropped);
    if (verdict.verdict === 'accepted') return { rings: verdict.rings, repaired: dropped };
    const [fault] = verdict.faults;
    if (verdict.faults.some(({ kind }) => kind === 'UNCLOSED')) return { refusal: faultRefusal(verdict.faults.find(({ kind }) => kind === 'UNCLOSED')!) };
    return this.#repaired(verdict.rings, fault!, dropped);
  }

  /** The ground of several accepted boundaries together. */
  union(list: readonly Rings[]): Rings {
    return list.length === 1 ? list[0]! : this.repairs.union(list);
  }

  #repaired(rings: Rings, fault: RingFault, dropped: string | null): BoundaryVerdict {
    const repaired = this.repairs.repair(rings);
    const before = Math.abs(planarArea(rings));
    const after = planarArea(repaired);
    if (partCount(repaired) === 0 || !(Math.abs(after - before) <= mostChange * Math.max(after, before))) return { refusal: faultRefusal(fault) };
    const change = areaM2(repaired, this.#plane) - Math.abs(areaM2(rings, this.#plane));
    const note = `${fault.kind} near ${fault.longitude}, ${fault.latitude}; the repair changed the area by ${change.toFixed(2)} m²`;
    return { rings: repaired, repaired: dropped === null ? note : `${note}; ${dropped}` };
  }
}

function droppedNote(dropped: readonly DroppedPiece[]): string | null {
  const rings = dropped.filter(({ what }) => what !== 'DUPLICATE_POINTS');
  return rings.length === 0 ? null : `left out ${rings.length} ring(s) without ground`;
}

function faultRefusal(fault: RingFault): Refusal {
  return refusalOf(ringFaultError(fault, 'boundary'), `${fault.kind} near ${fault.longitude}, ${fault.latitude}`);
}

function refusalOf(error: { readonly message: string; readonly hint: string | undefined }, value: string): Refusal {
  return {
    field: 'geometry',
    value,
    code: 'GEOMETRY_INVALID',
    expected: error.message.replace(/^boundary: expected /, '').replace(/\.$/, ''),
    remedy: error.hint ?? 'Correct the boundary at the source.',
  };
}
