import { append } from '../../../eventlog/append.js';
import type { LayerKey } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { HeldLayer } from '../../grids/index.js';
import type { RunStamp } from '../ports.js';
import { registerRows } from './register-rows.js';

const columns = 'department, name_zh, name_en, is_partition, is_primary, id_scheme, synthetic, ordinal, members_of';

/**
 * Records the layers of a pack. Layers that it no longer names stay readable, after all others. What was said of a layer before
 * is kept as a past layer, so that earlier answers keep their names and their order. Answers how many layers changed.
 */
export async function writeLayers(sql: Sql, layers: readonly HeldLayer[], stamp: RunStamp): Promise<number> {
  const held = new Map((await registerRows.layers(sql)).map((layer) => [layer.key, layer]));
  const changed = [...layers, ...unnamed(layers, held)].filter((layer) => !isEqual(held.get(layer.key), layer));
  if (changed.length === 0) return 0;
  const recordedAt = await recordedAtOf(sql, stamp.now);
  const keys = changed.map(({ key }) => key);
  await sql.query(
    `insert into past_layer (key, recorded_from, recorded_to, ${columns})
       select key, recorded_from, $1, ${columns} from layer where key = any($2::text[])`,
    [recordedAt, keys],
  );
  // The order of layers may change, and no two may have the same place in between.
  await sql.query('update layer set ordinal = -1 - ordinal where key = any($1::text[])', [keys]);
  await putLayers(sql, changed, recordedAt);
  await append(sql, [eventOf(stamp, keys)]);
  return changed.length;
}

function unnamed(layers: readonly HeldLayer[], held: ReadonlyMap<LayerKey, HeldLayer>): readonly HeldLayer[] {
  const named = new Set(layers.map(({ key }) => key));
  return [...held.values()].filter(({ key }) => !named.has(key)).map((layer, place) => ({ ...layer, ordinal: layers.length + place }));
}

function isEqual(a: HeldLayer | undefined, b: HeldLayer): boolean {
  return a !== undefined && (Object.keys(b) as (keyof HeldLayer)[]).every((name) => a[name] === b[name]);
}

/** Now, but later than anything recorded before. */
async function recordedAtOf(sql: Sql, now: Date): Promise<string> {
  const [row] = await sql.query<{ at: string }>(
    `select greatest($1::timestamptz, (select max(recorded_from) + interval '1 microsecond' from layer))::text as at`,
    [now],
  );
  return row!.at;
}

async function putLayers(sql: Sql, layers: readonly HeldLayer[], recordedAt: string): Promise<void> {
  await sql.query(
    `insert into layer (key, recorded_from, ${columns})
       select key, $2, department, "nameZh", "nameEn", partition, "primary", "idScheme", synthetic, ordinal, "membersOf"
         from json_to_recordset($1::json) given (key text, department text, "nameZh" text, "nameEn" text, partition boolean,
           "primary" boolean, "idScheme" text, synthetic boolean, ordinal integer, "membersOf" text)
       on conflict (key) do update set department = excluded.department, name_zh = excluded.name_zh, name_en = excluded.name_en,
         is_partition = excluded.is_partition, is_primary = excluded.is_primary, id_scheme = excluded.id_scheme,
         synthetic = excluded.synthetic, ordinal = excluded.ordinal, members_of = excluded.members_of,
         recorded_from = excluded.recorded_from`,
    [JSON.stringify(layers), recordedAt],
  );
}

function eventOf({ runId, now }: RunStamp, keys: readonly LayerKey[]): Parameters<typeof append>[1][number] {
  return {
    topic: 'grid',
    kind: 'LAYERS_RECORDED',
    subject: runId,
    version: 1,
    department: null,
    divisionCode: null,
    payload: { layers: keys },
    occurredAt: now,
  };
}
