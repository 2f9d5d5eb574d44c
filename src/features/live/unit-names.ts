import { allElementsLayer, type GridModel, type Layer, layersAsked, unitOfRef, type UnitRef } from '../grids/index.js';

/**
 * Throws `BAD_USER_INPUT` for a name whose layer the city does not have or the office does not keep. A unit that is not in force may be
 * named all the same: what took its place, or its own beginning, may be yet to come.
 */
export function checkUnitName({ department, localId, layer }: UnitRef, model: GridModel): void {
  if (department === null) unitOfRef(model, { department, localId, layer });
  else layersAsked(model, department, layer);
}

/** Whether a name means the units of a layer: of the one that it says, else of all of its office's; without an office, of the city's own. */
export function namesLayer({ department, layer }: UnitRef, { key, department: keeper }: Pick<Layer, 'key' | 'department'>): boolean {
  if (layer !== null) return key === layer && (department === null || keeper === department);
  return department === null ? key === allElementsLayer : keeper === department;
}
