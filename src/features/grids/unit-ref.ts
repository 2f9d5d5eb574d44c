import type { DepartmentCode, LayerKey, SourceId } from '../../kernel/ids.js';
import { allElementsLayer } from './all-elements-layer.js';
import type { GridModel, GridUnit } from './grid-model.js';
import { layersAsked, theOneUnit } from './layers-asked.js';

/** A unit as people name it: by its keeper's own id. */
export interface UnitRef {
  /** Null for the city's own units. */
  readonly department: DepartmentCode | null;
  readonly localId: SourceId;
  /** Null searches all layers of the office. */
  readonly layer: LayerKey | null;
}

/**
 * The unit that a reference names in one model, null where that model has none.
 * Throws `BAD_USER_INPUT` for a layer that the office does not keep, `AMBIGUOUS_ID` where several of its layers hold the id.
 */
export function unitOfRef(model: GridModel, { department, localId, layer }: UnitRef): GridUnit | null {
  if (department === null && (layer ?? allElementsLayer) === allElementsLayer) return model.unit(allElementsLayer, localId);
  // A layer without its office is enough: its key is unique in the city.
  const keeper = department ?? model.layer(layer!)?.department ?? '';
  return theOneUnit(layersAsked(model, keeper, layer), localId, model);
}
