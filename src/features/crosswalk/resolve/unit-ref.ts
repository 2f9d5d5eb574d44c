import type { DepartmentCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import { allElementsLayer, type GridModel, type GridUnit, layersAsked, theOneUnit } from '../../grids/index.js';

/** A unit as somebody names it: an office's by the office's own id, or one of the city's grids. */
export interface UnitRef {
  /** Null for the city's own grids. */
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  /** Null searches all of the office's layers. */
  readonly layer: LayerKey | null;
}

/**
 * The unit that a reference means in one model, null where that model has none.
 * Throws `BAD_USER_INPUT` for a layer that the office does not keep, `AMBIGUOUS_ID` where several of its layers hold the id.
 */
export function unitOfRef(model: GridModel, { department, localId, layer }: UnitRef): GridUnit | null {
  if (department === null && (layer ?? allElementsLayer) === allElementsLayer) return model.unit(allElementsLayer, localId);
  // A layer without its office is enough: its key is unique in the city.
  const keeper = department ?? model.layer(layer!)?.department ?? '';
  return theOneUnit(layersAsked(model, keeper, layer), localId, model);
}
