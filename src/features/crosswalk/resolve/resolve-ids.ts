import type { DepartmentCode, LayerKey, SourceId } from '../../../kernel/ids.js';
import { allElementsLayer, type GridUnit, type Layer } from '../../grids/index.js';
import type { Coverage, GridLink } from '../link.js';
import type { CityModel } from '../model/link-table.js';
import { type LinkQuestion, linkWish, targetLayers } from './link-wish.js';

/** An id of an office, asked for. */
export interface DepartmentalId {
  readonly department: DepartmentCode;
  readonly localId: SourceId;
  /** Null searches all of the office's layers. */
  readonly layer: LayerKey | null;
}

/** What became of an id: found; valid at another date; in several layers; unknown. */
export const idStatuses = ['RESOLVED', 'RETIRED', 'AMBIGUOUS', 'UNKNOWN'] as const;

/** One of {@link idStatuses}. */
export type IdStatus = (typeof idStatuses)[number];

/** The answer to one asked id. */
export interface IdResolution {
  readonly department: DepartmentCode;
  readonly localId: SourceId;
  readonly status: IdStatus;
  readonly grid: GridUnit | null;
  readonly allElementsGrids: readonly GridLink[];
  readonly links: readonly GridLink[];
  readonly coverage: readonly (Omit<Coverage, 'layerKey'> & { readonly layer: Layer })[];
  readonly successors: readonly GridLink[];
}

/** Resolves ids against one model, in the order asked; an id that the model does not know is `UNKNOWN`. Throws for a layer the city does not have. */
export function resolveIds(model: CityModel, ids: readonly DepartmentalId[], question: LinkQuestion): readonly IdResolution[] {
  const wish = linkWish(model, question);
  const targets = targetLayers(model, question);
  const cityWish = linkWish(model, { basis: question.basis, minWeight: question.minWeight, layers: [allElementsLayer] });
  return ids.map((id) => {
    const found = unitsOf(model, id);
    if (found.length !== 1) return nothing(id, found.length === 0 ? 'UNKNOWN' : 'AMBIGUOUS');
    const grid = found[0]!;
    return {
      department: id.department,
      localId: id.localId,
      status: 'RESOLVED',
      grid,
      allElementsGrids: model.links.of(grid, cityWish),
      links: model.links.of(grid, wish),
      coverage: model.links.coverageOf(grid, targets, wish).map(({ layerKey, basis, linked, omitted, uncovered, doubleCover }) => ({
        layer: model.layer(layerKey)!,
        basis,
        linked,
        omitted,
        uncovered,
        doubleCover,
      })),
      successors: [],
    };
  });
}

function unitsOf(model: CityModel, id: DepartmentalId): readonly GridUnit[] {
  return model
    .layersOf(id.department)
    .filter((layer) => id.layer === null || layer.key === id.layer)
    .flatMap((layer) => model.unit(layer.key, id.localId) ?? []);
}

function nothing(id: DepartmentalId, status: IdStatus): IdResolution {
  return {
    department: id.department,
    localId: id.localId,
    status,
    grid: null,
    allElementsGrids: [],
    links: [],
    coverage: [],
    successors: [],
  };
}
