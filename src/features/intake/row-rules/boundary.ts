import { type EqualAreaPlane, planeAround } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { CityError } from '../../../kernel/city-error.js';
import { admitBoundary, type AdmittedBoundary } from '../../crosswalk/index.js';
import type { Refusal } from '../refusal.js';
import type { RingRepair } from '../ring-repair.js';
import type { Bounds } from './point.js';

/** A boundary that may stand, with what had to be done for it; or why it may not. */
export type BoundaryVerdict = { readonly rings: Rings; readonly repaired: string | null } | { readonly refusal: Refusal };

/** Judges boundaries of one city: through the ring gate, and at most one repair. */
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
    const verdict = admitBoundary(geometry, { plane: this.#plane, where, bounds: this.#bounds }, this.repairs);
    return verdict.admitted ? { rings: verdict.rings, repaired: repairNote(verdict) } : { refusal: refusalOf(verdict.error) };
  }

  /** The ground of several accepted boundaries together. */
  union(list: readonly Rings[]): Rings {
    return list.length === 1 ? list[0]! : this.repairs.union(list);
  }
}

/** Stands for the place in the gate's messages; the quarantined row names file, row and field itself. */
const where = 'boundary';

function repairNote({ repair, dropped }: AdmittedBoundary): string | null {
  const [fault] = repair?.faults ?? [];
  const notes =
    fault && repair
      ? [`${fault.kind} near ${fault.longitude}, ${fault.latitude}; the repair changed the area by ${repair.areaChangeM2.toFixed(2)} m²`]
      : [];
  const rings = dropped.filter(({ what }) => what !== 'DUPLICATE_POINTS').length;
  if (rings > 0) notes.push(`${rings} ring(s) without ground were left out`);
  return notes.length === 0 ? null : notes.join('; ');
}

function refusalOf(error: CityError): Refusal {
  const [, expected = error.message, received] = /^boundary: expected (.*?)(?:, got (.*))?\.$/s.exec(error.message) ?? [];
  const { reason, longitude, latitude } = error.details;
  return {
    field: 'geometry',
    value: received ?? `${String(reason)} near ${String(longitude)}, ${String(latitude)}`,
    code: error.code,
    expected,
    remedy: error.hint ?? 'Correct the boundary at the source.',
  };
}
