import type { PlaceFound, Placer } from '../../../src/features/intake/index.js';
import { holdsPoint } from '../../../src/geometry/point-in-rings.js';
import { type Rings, ringsFromNested } from '../../../src/geometry/rings.js';
import type { Sql } from '../../../src/kernel/sql.js';

interface PlacedUnit {
  readonly uuid: string;
  readonly layerKey: string;
  readonly localId: string;
  readonly divisionCode: string | null;
  readonly rings: Rings | null;
}

/** Places things on the units that the index believes in now; a unit's links lead to the first all-elements grid. */
export class IndexPlacer implements Placer {
  #units: readonly PlacedUnit[] = [];

  async read(sql: Sql): Promise<void> {
    const rows = await sql.query<Omit<PlacedUnit, 'rings'> & { boundary: { coordinates: number[][][][] } | null }>(
      `select unit.id as uuid, layer_key as "layerKey", local_id as "localId", division_code as "divisionCode", boundary
         from unit join unit_version on unit_id = unit.id and recorded_to is null order by layer_key, local_id`,
    );
    this.#units = rows.map(({ boundary, ...unit }) => ({ ...unit, rings: boundary && ringsFromNested(boundary.coordinates) }));
  }

  place({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }): PlaceFound {
    const found = this.#units.filter(({ rings }) => rings && holdsPoint(rings, longitude, latitude));
    const grid = found.find(({ layerKey }) => layerKey === 'city/all-elements');
    return { gridUuid: grid?.uuid ?? null, divisionCode: grid?.divisionCode ?? null, unitUuids: found.map(({ uuid }) => uuid) };
  }

  unit(layerKey: string, localId: string): { readonly uuid: string; readonly divisionCode: string | null } | null {
    return this.#units.find((unit) => unit.layerKey === layerKey && unit.localId === localId) ?? null;
  }

  viaLinks(unitUuid: string): ReturnType<Placer['viaLinks']> {
    const grid = this.#units.find(({ layerKey }) => layerKey === 'city/all-elements');
    return grid && grid.uuid !== unitUuid ? { placements: [{ unitUuid: grid.uuid, weight: 0.75 }], gridUuid: grid.uuid } : { placements: [], gridUuid: null };
  }
}
