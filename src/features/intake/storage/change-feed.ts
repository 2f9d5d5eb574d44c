import type { Sql } from '../../../kernel/sql.js';
import type { ChangeFeed, FedRecords, FeedBatch, FeedKind, RecordKey, WaitingRows } from '../ports.js';

/** Any number that nothing else of a front database locks: one reader of the feed. */
const readerLock = 7_402_118_340;

/** The select list of a record `held`, its table and how a feed row `fed` finds it, by kind. */
const sources: Readonly<Record<FeedKind, { readonly columns: string; readonly table: string; readonly on: string }>> = {
  UNIT: {
    columns: `layer_key as "layerKey", local_id as "localId", generation, name, division_code as "divisionCode", households,
      valid_from::text as "validFrom", valid_to::text as "validTo", boundary, members, buildings, as_of::text as "asOf",
      content_hash as "contentHash", run_id as "runId"`,
    table: 'unit_record',
    on: `held.layer_key = fed.record_key[1] and held.local_id = fed.record_key[2]
      and held.generation = fed.record_key[3]::integer`,
  },
  ELEMENT: {
    columns: `held.kind, source_id as "sourceId", name, keeper_code as "keeperCode", longitude, latitude, layer_key as "layerKey",
      unit_local_id as "unitLocalId", facts, as_of as "asOf", content_hash as "contentHash"`,
    table: 'element_record',
    on: 'held.kind = fed.record_key[1] and held.source_id = fed.record_key[2]',
  },
  COUNT: {
    columns: `layer_key as "layerKey", local_id as "localId", measure, value, as_of::text as "asOf", content_hash as "contentHash"`,
    table: 'count_record',
    on: `held.layer_key = fed.record_key[1] and held.local_id = fed.record_key[2]
      and held.measure = fed.record_key[3]`,
  },
  POST: {
    columns: `layer_key as "layerKey", local_id as "localId", ordinal, held.kind, organisation_code as "organisationCode",
      duty_line as "dutyLine", vacant, content_hash as "contentHash"`,
    table: 'post_record',
    on: `held.layer_key = fed.record_key[1] and held.local_id = fed.record_key[2]
      and held.ordinal = fed.record_key[3]::integer`,
  },
  MATTER: {
    // Neither the text nor a matter that stays home can leave through this statement.
    columns: `local_id as "localId", source, title, standard, category_kind as "categoryKind", category_code as "categoryCode",
      state, office_state as "officeState", keeper_code as "keeperCode", lead_codes as "leadCodes", support_codes as "supportCodes",
      longitude, latitude, layer_key as "layerKey", unit_local_id as "unitLocalId", division_code as "divisionCode",
      reported_at as "reportedAt", due_at as "dueAt", steps, sealed, content_hash as "contentHash"`,
    table: 'matter_record',
    on: 'held.local_id = fed.record_key[1] and not held.stays_home',
  },
};

/** The queue of changes in a front database. */
export const changeFeed: ChangeFeed = {
  async take<Kind extends FeedKind>(sql: Sql, kind: Kind, limit: number): Promise<FeedBatch<Kind>> {
    await sql.query('select pg_advisory_xact_lock($1)', [readerLock]);
    const fed = await sql.query<{ id: string; record_key: readonly string[] }>(
      'select id::text as id, record_key from change_feed where kind = $1 order by change_feed.id limit $2',
      [kind, limit],
    );
    if (fed.length === 0) return { ids: [], records: [], withdrawn: [] };
    // A record that changed twice is read once, at the place of its newest change.
    const newest = new Map(fed.map(({ id, record_key: key }) => [JSON.stringify(key), id]));
    const latest = [...newest.values()];
    const { columns, table, on } = sources[kind];
    const records = await sql.query<FedRecords[Kind]>(
      `select ${columns} from change_feed fed join ${table} held on ${on} where fed.id = any($1::bigint[]) order by fed.id`,
      [latest],
    );
    // Asked after the records: what changes in between is withdrawn as well, or comes again by a feed row of its own.
    const withdrawn = records.length === latest.length ? [] : await withoutRecord(sql, kind, latest);
    return { ids: fed.map(({ id }) => id), records, withdrawn };
  },

  async acknowledge(sql, ids) {
    await sql.query('delete from change_feed where id = any($1::bigint[])', [ids]);
  },

  async waiting(sql) {
    const found = await sql.query<WaitingRows & { kind: FeedKind }>(
      `select kind, count(*)::integer as rows,
              greatest(0, extract(epoch from clock_timestamp() - min(enqueued_at)))::double precision as "oldestSeconds"
         from change_feed group by kind`,
    );
    return new Map(found.map(({ kind, rows, oldestSeconds }) => [kind, { rows, oldestSeconds }]));
  },
};

async function withoutRecord(sql: Sql, kind: FeedKind, ids: readonly string[]): Promise<readonly RecordKey[]> {
  const { table, on } = sources[kind];
  const rows = await sql.query<{ record_key: RecordKey }>(
    `select record_key from change_feed fed where fed.id = any($1::bigint[]) and not exists (select from ${table} held where ${on}) order by fed.id`,
    [ids],
  );
  return rows.map(({ record_key: key }) => key);
}
