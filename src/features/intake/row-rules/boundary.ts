import { type EqualAreaPlane, planeAround } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { CityError } from '../../../kernel/city-error.js';
import { admitBoundary, type AdmittedBoundary } from '../../crosswalk/index.js';
import type { RingRepair } from '../office/ring-repair.js';
import type { Refusal } from '../rows/refusal.js';
import type { BoundaryRepair } from '../runs/boundary-repair.js';
import type { Bounds } from './point.js';

/** What was set right in a boundary: its faults, rings without ground, and the change of area. */
export type Mending = Pick<BoundaryRepair, 'faults' | 'dropped' | 'areaM2' | 'areaChangeM2'>;

/** A boundary that may stand, with what had to be done for it (null for nothing); or why it may not. */
export type BoundaryVerdict = { readonly rings: Rings; readonly mending: Mending | null } | { readonly refusal: Refusal };

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
    return verdict.admitted ? { rings: verdict.rings, mending: mendingOf(verdict) } : { refusal: refusalOf(verdict.error) };
  }

  /** The ground of several accepted boundaries together. */
  union(list: readonly Rings[]): Rings {
    return list.length === 1 ? list[0]! : this.repairs.union(list);
  }
}

/** Stands for the place in the gate's messages; the quarantined row names file, row and field itself. */
const where = 'boundary';

/** Doubled points and turned rings are the same ground written otherwise: read, and not counted as mended. */
function mendingOf({ repair, dropped, areaM2 }: AdmittedBoundary): Mending | null {
  const pieces = dropped.filter(({ what }) => what !== 'DUPLICATE_POINTS');
  if (repair === null && pieces.length === 0) return null;
  return { faults: repair?.faults ?? [], dropped: pieces, areaM2, areaChangeM2: repair?.areaChangeM2 ?? 0 };
}

const swapped = 'Longitude and latitude are swapped: GeoJSON writes longitude first.';

function refusalOf(error: CityError): Refusal {
  const [, expected = error.message, received] = /^boundary: expected (.*?)(?:, got (.*))?\.$/s.exec(error.message) ?? [];
  const { reason, longitude, latitude } = error.details;
  return {
    field: 'geometry',
    value: received ?? `${String(reason)} near ${String(longitude)}, ${String(latitude)}`,
    code: error.code,
    expected,
    remedy: received?.includes('swapped') ? swapped : (error.hint ?? 'Correct the boundary at the source.'),
  };
}
