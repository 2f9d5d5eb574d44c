import Flatbush from 'flatbush';

import { type Box, boxOf } from '../../../geometry/box.js';
import { type UnitIndex, unitIndex } from '../../../geometry/unit-index.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { LayerKey, SourceId } from '../../../kernel/ids.js';
import type { BuildingPoint, CrosswalkInput, CrosswalkLayer, CrosswalkUnit } from './crosswalk-input.js';

/** Where some units may meet others: the boxes of their ground, the places of their buildings, and the buildings themselves. */
export interface Reach {
  /** In degrees. */
  readonly boxes: readonly Box[];
  readonly codes: ReadonlySet<SourceId>;
}

/** Finds which units of a city may share ground or buildings with others; it may name too many, never too few. */
export class CityReach {
  readonly #layers: readonly CrosswalkLayer[];
  readonly #indexes = new Map<LayerKey, UnitIndex>();
  readonly #points: readonly BuildingPoint[];
  readonly #pointByCode: ReadonlyMap<SourceId, BuildingPoint>;
  readonly #pointTree: Flatbush | null;
  readonly #listing: ReadonlyMap<SourceId, readonly CrosswalkUnit[]>;
  readonly #shapes: ReadonlyMap<string, readonly CrosswalkUnit[]>;
  readonly #layerOf: ReadonlyMap<CrosswalkUnit, LayerKey>;

  constructor({ layers, buildings }: Pick<CrosswalkInput, 'layers' | 'buildings'>) {
    const units = layers.flatMap((layer) => layer.units);
    this.#layers = layers;
    this.#points = buildings.filter(({ longitude }) => longitude !== null);
    this.#pointByCode = new Map(this.#points.map((point) => [point.code, point]));
    this.#pointTree = treeOf(this.#points);
    const listed = units.flatMap((unit) => unit.buildings.map((code) => ({ code, unit })));
    this.#listing = new Map([...groupBy(listed, ({ code }) => code)].map(([code, found]) => [code, found.map(({ unit }) => unit)]));
    this.#shapes = groupBy(units, ({ uuid }) => uuid);
    this.#layerOf = new Map(layers.flatMap(({ key, units: own }) => own.map((unit) => [unit, key] as const)));
  }

  /** How far some units reach. */
  of(units: readonly Pick<CrosswalkUnit, 'rings' | 'buildings'>[]): Reach {
    const grounds = units.flatMap(({ rings }) => (rings && rings.coordinates.length > 0 ? [boxOf(rings)] : []));
    const listed = [...new Set(units.flatMap(({ buildings }) => buildings))];
    const places = listed.flatMap((code) => this.#pointByCode.get(code) ?? []).map(placeOf);
    const inside = grounds.flatMap((box) => this.#pointsIn(box));
    return { boxes: [...grounds, ...places], codes: new Set([...listed, ...inside]) };
  }

  /** All shapes of the units that may meet a reach on some day, of one layer or of all. */
  touching({ boxes, codes }: Reach, layerKey?: LayerKey): readonly CrosswalkUnit[] {
    const found = new Set<string>();
    for (const layer of this.#layers) {
      if (layerKey !== undefined && layer.key !== layerKey) continue;
      for (const { minX, minY, maxX, maxY } of boxes)
        for (const unit of this.#indexOf(layer).near(minX, minY, maxX, maxY)) found.add(layer.units[unit]!.uuid);
    }
    for (const code of codes)
      for (const unit of this.#listing.get(code) ?? [])
        if (layerKey === undefined || this.#layerOf.get(unit) === layerKey) found.add(unit.uuid);
    return [...found].flatMap((uuid) => this.#shapes.get(uuid)!);
  }

  #indexOf(layer: CrosswalkLayer): UnitIndex {
    const known = this.#indexes.get(layer.key);
    if (known) return known;
    const built = unitIndex(layer.units.map(({ rings }) => rings));
    this.#indexes.set(layer.key, built);
    return built;
  }

  #pointsIn({ minX, minY, maxX, maxY }: Box): readonly SourceId[] {
    return this.#pointTree?.search(minX, minY, maxX, maxY).map((point) => this.#points[point]!.code) ?? [];
  }
}

function treeOf(points: readonly BuildingPoint[]): Flatbush | null {
  if (points.length === 0) return null;
  const tree = new Flatbush(points.length);
  for (const { longitude, latitude } of points) tree.add(longitude!, latitude!, longitude!, latitude!);
  tree.finish();
  return tree;
}

function placeOf({ longitude, latitude }: BuildingPoint): Box {
  return { minX: longitude!, minY: latitude!, maxX: longitude!, maxY: latitude! };
}
