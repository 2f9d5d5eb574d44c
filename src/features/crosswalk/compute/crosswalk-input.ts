import type { EqualAreaPlane } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import type { ComputedBasis } from './computed-rows.js';
import type { Span } from './span.js';

/** A unit as it is on the days of its span; one that was redrawn stands here once for each shape. */
export interface CrosswalkUnit extends Span {
  /** The same for all shapes of one unit. */
  readonly uuid: string;
  readonly localId: SourceId;
  /** EPSG:4326, through the ring gate; null where the office draws none. */
  readonly rings: Rings | null;
  /** Address codes of the buildings that make it up; empty where it is not a list of buildings. */
  readonly buildings: readonly SourceId[];
  /** Code of the division that it lies in, or is. */
  readonly divisionCode: DivisionCode | null;
}

/** A layer as the computing of links needs it; results speak of its units by their positions in `units`. */
export interface CrosswalkLayer {
  readonly key: LayerKey;
  /** Whether its units are meant not to overlap. */
  readonly partition: boolean;
  /** Whether any of its units is drawn, also one that is not among `units`. */
  readonly isDrawn: boolean;
  /** Whether any of its units, again, is drawn or lists buildings, so that buildings may lie in it. */
  readonly holdsBuildings: boolean;
  readonly units: readonly CrosswalkUnit[];
}

/** A building: where it stands and how many households each office counts in it. */
export interface BuildingPoint {
  readonly code: SourceId;
  /** Degrees; both null where no office says where it stands. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Of the offices that count it. */
  readonly households: Readonly<Record<DepartmentCode, number>>;
}

/** Everything from which links are computed. It can be copied to another thread. */
export interface CrosswalkInput {
  readonly layers: readonly CrosswalkLayer[];
  readonly buildings: readonly BuildingPoint[];
  /** The office whose households weigh; null where none counts any. */
  readonly countingOffice: DepartmentCode | null;
  /** Each division's parent; what a code without entry belongs to is read from its digits under `cn-2-2-2-3-3`. */
  readonly divisionParents: ReadonlyMap<DivisionCode, DivisionCode>;
  readonly divisionScheme: 'cn-2-2-2-3-3' | 'opaque';
  /** The plane on which areas are compared, centred on the city. */
  readonly plane: EqualAreaPlane;
  /** The city's own day, on which most units are valid. */
  readonly today: CalendarDate;
  /** What is computed. */
  readonly bases: readonly ComputedBasis[];
  /** Pairs of layers of which none is named here are left out; null for all pairs. */
  readonly changedLayers: readonly LayerKey[] | null;
}
