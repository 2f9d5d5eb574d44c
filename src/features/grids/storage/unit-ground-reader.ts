import { type Rings, ringsFromNested } from '../../../geometry/rings.js';
import type { Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../grid-model.js';
import type { UnitGround, UnitGroundReader } from '../ports.js';

type GroundRow = Omit<UnitGround, 'rings'> & { readonly isDrawn: boolean; readonly areaM2: number | null };
type BoundaryRow = { readonly place: number; readonly boundary: { readonly coordinates: number[][][][] } };

const groundColumns = `unit.id as uuid, unit.layer_key as "layerKey", unit.local_id as "localId", version.buildings,
  version.division_code as "divisionCode", version.valid_from::text as "validFrom", version.valid_to::text as "validTo"`;

/** Reads what units are compared by from the city index. */
export class PgUnitGroundReader implements UnitGroundReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async believed(model: GridModel, fresh: readonly string[]): Promise<readonly UnitGround[]> {
    const rows = await this.#sql.query<GroundRow>(
      `select ${groundColumns}, version.boundary is not null as "isDrawn", version.area_m2 as "areaM2"
         from unit_version version join unit on unit.id = version.unit_id
        where version.recorded_to is null and (version.valid_to is null or version.valid_to > version.valid_from)
        order by unit.layer_key, unit.local_id, unit.generation, version.valid_from`,
    );
    const isFresh = new Set(fresh);
    const held = rows.map((row) => (row.isDrawn && !isFresh.has(row.uuid) ? outlineIn(model, row) : null));
    const missing = await this.#outlines(rows.filter(({ isDrawn }, at) => isDrawn && held[at] === null));
    return rows.map((row, at) => groundOf(row, held[at] ?? missing.get(row) ?? null));
  }

  async everBelieved(uuids: readonly string[]): Promise<readonly UnitGround[]> {
    const rows = await this.#sql.query<Omit<GroundRow, 'areaM2'> & Partial<BoundaryRow>>(
      `select ${groundColumns}, version.boundary from unit_version version join unit on unit.id = version.unit_id
        where version.unit_id = any($1::uuid[])`,
      [uuids],
    );
    return rows.map(({ boundary, ...row }) => groundOf(row, boundary ? ringsFromNested(boundary.coordinates) : null));
  }

  /** The outlines of versions that are believed now. */
  async #outlines(rows: readonly GroundRow[]): Promise<ReadonlyMap<GroundRow, Rings>> {
    if (rows.length === 0) return new Map();
    const found = await this.#sql.query<BoundaryRow>(
      `select given.place::int as place, version.boundary
         from unnest($1::uuid[], $2::date[]) with ordinality given (unit_id, valid_from, place)
         join unit_version version on version.unit_id = given.unit_id and version.valid_from = given.valid_from
        where version.recorded_to is null and version.boundary is not null`,
      [rows.map(({ uuid }) => uuid), rows.map(({ validFrom }) => validFrom)],
    );
    return new Map(found.map(({ place, boundary }) => [rows[place - 1]!, ringsFromNested(boundary.coordinates)]));
  }
}

/**
 * The outline that a model of now holds of the same version; the index believes one version of a unit from any one day. Another process
 * may have corrected an outline since the model was read: then its area is another one.
 */
function outlineIn(model: GridModel, { uuid, validFrom, areaM2 }: GroundRow): Rings | null {
  const unit = model.knownAt === null ? model.unitByUuid(uuid) : null;
  return unit !== null && unit.validFrom === validFrom && unit.areaM2 === areaM2 ? unit.rings : null;
}

function groundOf(
  { uuid, layerKey, localId, buildings, divisionCode, validFrom, validTo }: Omit<GroundRow, 'areaM2' | 'isDrawn'>,
  rings: Rings | null,
): UnitGround {
  return { uuid, layerKey, localId, rings, buildings, divisionCode, validFrom, validTo };
}
