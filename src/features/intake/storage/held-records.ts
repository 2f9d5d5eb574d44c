import type { NestedRings } from '../../../geometry/rings.js';
import { type HeldRecord, type HeldRecords, type HeldWish, unitKey } from '../push/held-records.js';

const statements: Readonly<Record<HeldWish['kind'], string>> = {
  UNIT: `select distinct on (local_id) local_id as id, content_hash as "contentHash", division_code as "divisionCode" from unit_record
          where layer_key = $2 and local_id = any($1::text[]) order by local_id, generation desc`,
  ELEMENT: `select source_id as id, content_hash as "contentHash", null as "divisionCode" from element_record
             where kind = $2 and source_id = any($1::text[])`,
  MATTER: `select local_id as id, content_hash as "contentHash", division_code as "divisionCode" from matter_record
            where local_id = any($1::text[]) and $2 = ''`,
};

/** The records of a front database, asked for one by one. */
export const heldRecords: HeldRecords = {
  async find(sql, { kind, within, ids }) {
    const rows = await sql.query<HeldRecord & { readonly id: string }>(statements[kind], [ids, within]);
    return new Map(rows.map((row) => [row.id, row]));
  },

  async units(sql, ids) {
    const rows = await sql.query<{ layer: string; id: string }>(
      'select distinct layer_key as layer, local_id as id from unit_record where local_id = any($1::text[])',
      [ids],
    );
    return new Set(rows.map(({ layer, id }) => unitKey(layer, id)));
  },

  async boundaries(sql, layerKey, ids) {
    const rows = await sql.query<{ id: string; boundary: NestedRings | null }>(
      `select distinct on (local_id) local_id as id, boundary from unit_record
        where layer_key = $2 and local_id = any($1::text[]) order by local_id, generation desc`,
      [ids, layerKey],
    );
    return new Map(rows.map(({ id, boundary }) => [id, boundary]));
  },
};
