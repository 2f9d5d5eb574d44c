import type { EqualAreaPlane } from '../../../geometry/equal-area.js';
import type { Rings } from '../../../geometry/rings.js';
import type { DivisionCode, LayerKey, SourceId } from '../../../kernel/ids.js';

/** A unit as the computing of links needs it. */
export interface CrosswalkUnit {
  readonly localId: SourceId;
  /** EPSG:4326, through the ring gate; null where the office draws none. */
  readonly rings: Rings | null;
  /** Address codes of the buildings that make it up; empty where it is not a list of buildings. */
  readonly buildings: readonly SourceId[];
  /** Code of the division that it lies in, or is. */
  readonly divisionCode: DivisionCode | null;
  /** Local ids, in the layer that `membersOf` names, of the units that make it up; empty for most. */
  readonly members: readonly SourceId[];
}

/** A layer as the computing of links needs it; results speak of its units by their positions in `units`. */
export interface CrosswalkLayer {
  readonly key: LayerKey;
  /** Whether its units are meant not to overlap. */
  readonly partition: boolean;
  /** The layer whose units its own are sets of; null for most. */
  readonly membersOf: LayerKey | null;
  readonly units: readonly CrosswalkUnit[];
}

/** Where a building stands. */
export interface BuildingPoint {
  readonly code: SourceId;
  readonly longitude: number;
  readonly latitude: number;
}

/** Everything from which links are computed. It can be copied to another thread. */
export interface CrosswalkInput {
  readonly layers: readonly CrosswalkLayer[];
  readonly buildings: readonly BuildingPoint[];
  /** Each division's parent; what a code without entry belongs to is read from its digits under `cn-2-2-2-3-3`. */
  readonly divisionParents: ReadonlyMap<DivisionCode, DivisionCode>;
  readonly divisionScheme: 'cn-2-2-2-3-3' | 'opaque';
  /** The plane on which areas are compared, centred on the city. */
  readonly plane: EqualAreaPlane;
}
