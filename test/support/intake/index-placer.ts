import type { PlaceFound, Placer } from '../../../src/features/intake/index.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { type UnitIndex, unitIndex } from '../../../src/geometry/unit-index.js';
import type { Sql } from '../../../src/kernel/sql.js';

interface PlacedUnit {
  readonly uuid: string;
  readonly layerKey: string;
  readonly localId: string;
  readonly divisionCode: string | null;
}

const allElements = 'city/all-elements';

/** Places things on the units that the index believes in now; a unit's links lead to the first all-elements grid. */
export class IndexPlacer implements Placer {
  #units: readonly PlacedUnit[] = [];
  #byKey: ReadonlyMap<string, PlacedUnit> = new Map();
  #ground: UnitIndex = unitIndex([]);
  #anyGrid: PlacedUnit | undefined;

  async read(sql: Sql): Promise<void> {
    const rows = await sql.query<PlacedUnit & { readonly boundary: { readonly coordinates: number[][][][] } | null }>(
      `select unit.id as uuid, layer_key as "layerKey", local_id as "localId", division_code as "divisionCode", boundary
         from unit join unit_version on unit_id = unit.id and recorded_to is null order by layer_key, local_id`,
    );
    this.#units = rows;
    this.#byKey = new Map(rows.map((unit) => [`${unit.layerKey} ${unit.localId}`, unit]));
    this.#ground = unitIndex(rows.map(({ boundary }) => boundary && ringsFromNested(boundary.coordinates)));
    this.#anyGrid = rows.find(({ layerKey }) => layerKey === allElements);
  }

  place({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }): PlaceFound {
    const found = this.#ground.locate(longitude, latitude).map((index) => this.#units[index]!);
    const grid = found.find(({ layerKey }) => layerKey === allElements);
    return { gridUuid: grid?.uuid ?? null, divisionCode: grid?.divisionCode ?? null, unitUuids: found.map(({ uuid }) => uuid) };
  }

  unit(layerKey: string, localId: string): PlacedUnit | null {
    return this.#byKey.get(`${layerKey} ${localId}`) ?? null;
  }

  viaLinks(unitUuid: string): ReturnType<Placer['viaLinks']> {
    const grid = this.#anyGrid;
    return grid && grid.uuid !== unitUuid
      ? { placements: [{ unitUuid: grid.uuid, weight: 0.75, by: 'CROSSWALK' }], gridUuid: grid.uuid }
      : { placements: [], gridUuid: null };
  }
}
