import { type UnitIndex, unitIndexOver } from '../../geometry/unit-index.js';
import type { CalendarDate } from '../../kernel/dates.js';
import type { DepartmentCode, DivisionCode, LayerKey, SourceId } from '../../kernel/ids.js';
import { type Division, DivisionTree } from '../divisions/index.js';
import { allElementsLayer } from './all-elements-layer.js';
import type { City } from './city.js';
import { ColumnUnit } from './column-unit.js';
import { findRow, hashOfText } from './columns/hash-slots.js';
import { ringsAt } from './columns/ring-column.js';
import { textEquals } from './columns/text-column.js';
import { type UnitColumns, unitColumnsOf } from './columns/unit-columns.js';
import { hashOfUuid, isUuid, sameUuid, uuidColumnOf } from './columns/uuid-column.js';
import type { GridLayer, GridModel, GridUnit } from './grid-model.js';
import type { Layer } from './layer.js';
import type { UnitVersion } from './unit-version.js';

/** What stands around the units of a model, valid `at` and known `knownAt`. */
export interface Surroundings {
  readonly city: City;
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
  readonly divisions: readonly Division[];
  readonly layers: readonly Layer[];
}

/** What a model is built from: everything valid `at` and known `knownAt`, in any order. */
export interface GridModelParts extends Surroundings {
  readonly version: number;
  readonly units: readonly UnitVersion[];
}

/** Builds the immutable picture of a city; units of unknown layers are left out. */
export function buildGridModel(parts: GridModelParts): GridModel {
  return new MemoryGridModel(parts, unitColumnsOf(parts.units, inOrder(parts.layers)));
}

/** The picture of a city whose units are columns already, their layers by position in the order of the ordinals. */
export function gridModelOver(surroundings: Surroundings & { readonly version: number }, columns: UnitColumns): GridModel {
  return new MemoryGridModel(surroundings, columns);
}

function inOrder(layers: readonly Layer[]): readonly Layer[] {
  return [...layers].sort((a, b) => a.ordinal - b.ordinal);
}

class MemoryGridModel implements GridModel {
  readonly city: City;
  readonly version: number;
  readonly at: CalendarDate;
  readonly knownAt: Date | null;
  readonly divisions: DivisionTree;
  readonly layers: readonly GridLayer[];
  readonly columns: UnitColumns;
  readonly units: readonly GridUnit[];
  readonly #byLayer: ReadonlyMap<LayerKey, readonly GridUnit[]>;
  readonly #places = new Map<LayerKey, UnitIndex>();
  readonly #within = new Map<DivisionCode, readonly GridUnit[]>();

  constructor(surroundings: Surroundings & { readonly version: number }, columns: UnitColumns) {
    this.city = surroundings.city;
    this.version = surroundings.version;
    this.at = surroundings.at;
    this.knownAt = surroundings.knownAt;
    this.divisions = new DivisionTree(surroundings.divisions);
    this.layers = inOrder(surroundings.layers).map((layer) => ({ ...layer, model: this }));
    this.columns = columns;
    this.units = Array.from({ length: columns.size }, (_, index) => new ColumnUnit(this, index));
    this.#byLayer = new Map(this.layers.map((layer, number) => [layer.key, this.#unitsOfLayer(number)]));
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
    const number = this.layers.findIndex((layer) => layer.key === layerKey);
    const { byLocalId, localIds, layers } = this.columns;
    const isIt = (row: number): boolean => layers[row] === number && textEquals(localIds, row, localId);
    return this.units[findRow(byLocalId, hashOfText(localId, number), isIt)] ?? null;
  }

  unitByUuid(uuid: string): GridUnit | null {
    if (!isUuid(uuid)) return null;
    const asked = uuidColumnOf([uuid]);
    const { byUuid, uuids } = this.columns;
    return this.units[findRow(byUuid, hashOfUuid(asked, 0), (row) => sameUuid(uuids, row, asked, 0))] ?? null;
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
    const units = this.unitsOf(layerKey);
    const first = units[0]?.index ?? 0;
    const built = unitIndexOver(units.length, (index) => ringsAt(this.columns.rings, first + index));
    this.#places.set(layerKey, built);
    return built;
  }

  #unitsOfLayer(number: number): readonly GridUnit[] {
    const { layers } = this.columns;
    const from = layers.indexOf(number);
    return from < 0 ? [] : this.units.slice(from, layers.lastIndexOf(number) + 1);
  }
}
