import type { Rings } from '../../geometry/rings.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, SourceId } from '../../kernel/ids.js';
import type { GridModel } from './grid-model.js';
import type { Layer } from './layer.js';

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
  readonly layer: Layer;
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
