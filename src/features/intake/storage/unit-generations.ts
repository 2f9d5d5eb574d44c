import type { Sql } from '../../../kernel/sql.js';
import type { RunStamp } from '../ports.js';
import type { UnitRecord } from '../records.js';
import { unitRow } from './front-rows.js';
import type { TableRow } from './record-writer.js';

/** Units as rows of their table, each under the generation that it belongs to. */
export async function unitRows(
  sql: Sql,
  records: readonly UnitRecord[],
  stamp: RunStamp,
): Promise<readonly { readonly record: UnitRecord; readonly row: TableRow }[]> {
  const generations = await newestGenerations(sql, records);
  return records.map((record) => ({ record, row: unitRow(record, generationOf(record, generations), stamp) }));
}

interface Generation {
  readonly generation: number;
  readonly validTo: string | null;
}

async function newestGenerations(sql: Sql, records: readonly UnitRecord[]): Promise<ReadonlyMap<string, Generation>> {
  const rows = await sql.query<Generation & { layerKey: string; localId: string }>(
    `select distinct on (layer_key, local_id) layer_key as "layerKey", local_id as "localId", generation, valid_to::text as "validTo"
       from unit_record where layer_key = any($1::text[]) and local_id = any($2::text[]) order by layer_key, local_id, generation desc`,
    [[...new Set(records.map(({ layerKey }) => layerKey))], records.map(({ localId }) => localId)],
  );
  return new Map(rows.map((row) => [JSON.stringify([row.layerKey, row.localId]), row]));
}

/** An id that comes back on or after the day its unit ended names another unit. */
function generationOf(record: UnitRecord, newest: ReadonlyMap<string, Generation>): number {
  const last = newest.get(JSON.stringify([record.layerKey, record.localId]));
  if (!last) return 1;
  return last.validTo !== null && record.validFrom >= last.validTo ? last.generation + 1 : last.generation;
}
