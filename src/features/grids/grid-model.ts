import type { Rings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { DivisionTree } from '../divisions/index.js';
import type { City } from './city.js';
import type { UnitColumns } from './columns/unit-columns.js';
import type { Layer } from './layer.js';

/** A layer as one city model holds it; it knows its model, so that what is counted in it follows the same date. */
export interface GridLayer extends Layer {
  readonly model: GridModel;
}

/**
 * A unit of a layer as one city model holds it: an office's grid, or an all-elements grid.
 * It knows its model, so that everything reached from it follows the same date.
 */
export interface GridUnit {
  readonly model: GridModel;
  /** Position in `model.units`; the key of typed arrays that speak of units. */
  readonly index: number;
  readonly uuid: string;
  readonly id: string;
  readonly typeName: string;
  readonly layer: GridLayer;
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  readonly generation: number;
  readonly name: string;
  readonly divisionCode: DivisionCode | null;
  /** EPSG:4326; null where the office draws none. */
  readonly rings: Rings | null;
  /** On the ellipsoid, by an equal-area projection. */
  readonly areaM2: number | null;
  readonly households: number | null;
  /** Address codes of the buildings that make it up; empty where it is no list of buildings. */
  readonly buildings: readonly SourceId[];
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly asOf: CalendarDate;
}

/**
 * The immutable picture of a city's divisions, layers and units at one pair of instants: valid `at`, known `knownAt`.
 * It is replaced as a whole when the event log says that something changed; a request keeps the one it began with.
 */
export interface GridModel {
  readonly city: City;
  /** Rises with every replacement; answers made from one version agree with each other. */
  readonly version: number;
  readonly at: CalendarDate;
  /** Null means as known now. */
  readonly knownAt: Date | null;
  readonly divisions: DivisionTree;
  /** In order of their ordinals; the city's own layer first. */
  readonly layers: readonly GridLayer[];
  /** Layer by layer in that order, within a layer by local id. */
  readonly units: readonly GridUnit[];
  /** The same units as columns, for what keeps or compares all of them. */
  readonly columns: UnitColumns;
  layer(key: LayerKey): GridLayer | null;
  layersOf(department: DepartmentCode): readonly GridLayer[];
  /** The units of a layer by local id, in code order. */
  unitsOf(layerKey: LayerKey): readonly GridUnit[];
  unit(layerKey: LayerKey, localId: SourceId): GridUnit | null;
  unitByUuid(uuid: string): GridUnit | null;
  /** The all-elements grids whose community lies within a division, in code order; all of them for the city's code. */
  gridsWithin(divisionCode: DivisionCode): readonly GridUnit[];
  /** Every unit at a point, at most one of each layer that does not overlap itself; a point on a shared edge belongs to exactly one. */
  locate(longitude: number, latitude: number): readonly GridUnit[];
}
