import type { Rings } from '../../geometry/rings.js';
import { type UnitIndex, unitIndex } from '../../geometry/unit-index.js';
import type { CalendarDate } from '../../kernel/dates.js';
import { type DepartmentCode, type DivisionCode, globalId, type LayerKey, type SourceId } from '../../kernel/ids.js';
import { type Division, DivisionTree } from '../divisions/index.js';
import { allElementsLayer } from './all-elements-layer.js';
import type { City } from './city.js';
import type { GridLayer, GridModel, GridUnit } from './grid-model.js';
import type { Layer } from './layer.js';

/** One unit's version as the index keeps it, without its place in a model. */
export interface UnitVersion {
  readonly uuid: string;
  readonly layerKey: LayerKey;
  readonly localId: SourceId;
  readonly generation: number;
  readonly name: string;
  readonly divisionCode: DivisionCode | null;
  readonly rings: Rings | null;
  readonly areaM2: number | null;
  readonly households: number | null;
  readonly buildings: readonly SourceId[];
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly asOf: CalendarDate;
}

/** What a model is built from: everything valid `at` and known `knownAt`, in any order. */
export interface GridModelParts {
  readonly city: City;
  readonly version: number;
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
  readonly divisions: readonly Division[];
  readonly layers: readonly Layer[];
  readonly units: readonly UnitVersion[];
}

/** Builds the immutable picture of a city; units of unknown layers are left out. */
export function buildGridModel(parts: GridModelParts): GridModel {
  return new MemoryGridModel(parts);
}

class MemoryGridModel implements GridModel {
  readonly city: City;
  readonly version: number;
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
  readonly divisions: DivisionTree;
  readonly layers: readonly GridLayer[];
  readonly units: readonly GridUnit[];
  readonly #byLayer = new Map<LayerKey, GridUnit[]>();
  readonly #byLocalId = new Map<LayerKey, Map<SourceId, GridUnit>>();
  readonly #byUuid = new Map<string, GridUnit>();
  readonly #places = new Map<LayerKey, UnitIndex>();
  readonly #within = new Map<DivisionCode, readonly GridUnit[]>();

  constructor(parts: GridModelParts) {
    this.city = parts.city;
    this.version = parts.version;
    this.at = parts.at;
    this.knownAt = parts.knownAt;
    this.divisions = new DivisionTree(parts.divisions);
    this.layers = parts.layers.map((layer) => ({ ...layer, model: this })).sort((a, b) => a.ordinal - b.ordinal);
    this.units = this.#adopt(parts.units);
  }

  layer(key: LayerKey): GridLayer | null {
    return this.layers.find((layer) => layer.key === key) ?? null;
  }

  layersOf(department: DepartmentCode): readonly GridLayer[] {
    return this.layers.filter((layer) => layer.department === department);
  }

  unitsOf(layerKey: LayerKey): readonly GridUnit[] {
    return this.#byLayer.get(layerKey) ?? [];
  }

  unit(layerKey: LayerKey, localId: SourceId): GridUnit | null {
    return this.#byLocalId.get(layerKey)?.get(localId) ?? null;
  }

  unitByUuid(uuid: string): GridUnit | null {
    return this.#byUuid.get(uuid) ?? null;
  }

  gridsWithin(divisionCode: DivisionCode): readonly GridUnit[] {
    const known = this.#within.get(divisionCode);
    if (known) return known;
    const codes = new Set(this.divisions.codesWithin(divisionCode));
    const found = this.unitsOf(allElementsLayer).filter((unit) => unit.divisionCode !== null && codes.has(unit.divisionCode));
    // Only real codes are kept, so that made-up ones cannot fill the memory.
    if (codes.size > 0) this.#within.set(divisionCode, found);
    return found;
  }

  locate(longitude: number, latitude: number): readonly GridUnit[] {
    return this.layers.flatMap((layer) =>
      this.#placesOf(layer.key)
        .locate(longitude, latitude)
        .map((index) => this.unitsOf(layer.key)[index]!),
    );
  }

  #placesOf(layerKey: LayerKey): UnitIndex {
    const known = this.#places.get(layerKey);
    if (known) return known;
    const built = unitIndex(this.unitsOf(layerKey).map((unit) => unit.rings));
    this.#places.set(layerKey, built);
    return built;
  }

  #adopt(versions: readonly UnitVersion[]): readonly GridUnit[] {
    const layers = new Map(this.layers.map((layer) => [layer.key, layer]));
    const order = (version: UnitVersion): number => layers.get(version.layerKey)!.ordinal;
    const kept = versions.filter((version) => layers.has(version.layerKey));
    kept.sort((a, b) => order(a) - order(b) || compareIds(a.localId, b.localId));
    return kept.map((version, index) => this.#unitOf(version, index, layers.get(version.layerKey)!));
  }

  #unitOf(version: UnitVersion, index: number, layer: GridLayer): GridUnit {
    const { layerKey, ...own } = version;
    const unit: GridUnit = {
      ...own,
      model: this,
      index,
      id: globalId(layer.typeName, version.uuid),
      typeName: layer.typeName,
      layer,
      department: layer.department,
    };
    listIn(this.#byLayer, layerKey, () => []).push(unit);
    listIn(this.#byLocalId, layerKey, () => new Map<SourceId, GridUnit>()).set(unit.localId, unit);
    this.#byUuid.set(unit.uuid, unit);
    return unit;
  }
}

function compareIds(a: SourceId, b: SourceId): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
