import type { Box } from '../../geometry/box.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import type { DivisionTree } from '../divisions/index.js';
import type { GridUnit } from './grid-unit.js';
import type { Layer } from './layer.js';

/** The city a platform serves. */
export interface City {
  readonly code: DivisionCode;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly timeZone: string;
  readonly noticeZh: string | null;
  readonly noticeEn: string | null;
  /** `cn-2-2-2-3-3` where codes have levels to read, `opaque` elsewhere. */
  readonly divisionScheme: 'cn-2-2-2-3-3' | 'opaque';
  /** Degrees, EPSG:4326; everything of the city lies within. */
  readonly bounds: Box;
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
  readonly layers: readonly Layer[];
  /** Layer by layer in that order, within a layer by local id. */
  readonly units: readonly GridUnit[];
  layer(key: LayerKey): Layer | null;
  layersOf(department: DepartmentCode): readonly Layer[];
  /** The units of a layer by local id, in code order. */
  unitsOf(layerKey: LayerKey): readonly GridUnit[];
  unit(layerKey: LayerKey, localId: SourceId): GridUnit | null;
  unitByUuid(uuid: string): GridUnit | null;
  /** The all-elements grids whose community lies within a division, in code order; all of them for the city's code. */
  gridsWithin(divisionCode: DivisionCode): readonly GridUnit[];
  /** Every unit at a point, at most one of each layer that does not overlap itself; a point on a shared edge belongs to exactly one. */
  locate(longitude: number, latitude: number): readonly GridUnit[];
}
