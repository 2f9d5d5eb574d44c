import type { InboundEnd, InboundQueue, InboundRow } from '../push/inbound-queue.js';

/** Any number that nothing else of a front database locks (whoever puts steps into `outbound` has another): one reader of the queue. */
const readerLock = 7_402_118_344;
const mostRows = 1_000;
/** Of JSON text, taken at once. */
const mostBytes = 16 * 1024 * 1024;

/** The queue of a front database into which its office's system writes. */
export const inboundQueue: InboundQueue = {
  async hasRows(sql) {
    const [answer] = await sql.query<{ has: boolean }>('select exists (select from inbound) or exists (select from run_report) as has');
    return answer!.has;
  },

  async take(sql) {
    await sql.query('select pg_advisory_xact_lock($1)', [readerLock]);
    return sql.query<InboundRow>(
      `select id::text as id, rows, layer_key as "layerKey", element_kind as "elementKind", fields
         from (select *, sum(octet_length(fields::text)) over (order by inbound.id) as bytes, row_number() over (order by inbound.id) as place
                 from (select * from inbound order by inbound.id limit $1) inbound) oldest
        where bytes <= $2 or place = 1 order by oldest.id`,
      [mostRows, mostBytes],
    );
  },

  async acknowledge(sql, ends, run) {
    await sql.query('delete from inbound where id = any($1::bigint[])', [ends.map(({ row }) => row.id)]);
    await sql.query(
      `delete from inbound_refusal told using json_to_recordset($1::json) given (rows text, layer_key text, element_kind text, record_id text)
        where (told.rows, told.record_id) = (given.rows, given.record_id)
          and told.layer_key is not distinct from given.layer_key and told.element_kind is not distinct from given.element_kind`,
      [JSON.stringify(ends.filter(hasOneMeaning).map(recordOf))],
    );
    await sql.query(
      `insert into inbound_refusal (inbound_id, rows, layer_key, element_kind, record_id, field, rule, remedy, run_id, refused_at)
         select inbound_id, rows, layer_key, element_kind, record_id, field, rule, remedy, $2, $3
           from json_to_recordset($1::json) given (inbound_id bigint, rows text, layer_key text, element_kind text, record_id text,
             field text, rule text, remedy text)`,
      [JSON.stringify(ends.filter(({ refusal }) => refusal !== null).map((end) => ({ ...recordOf(end), ...end.refusal }))), run.id, run.at],
    );
  },
};

/** Of units, elements and matters the id is the record; of counts and posts it is the unit, which has several. */
function hasOneMeaning({ row }: InboundEnd): boolean {
  return row.rows !== 'COUNTS' && row.rows !== 'POSTS';
}

function recordOf({ row: { id, rows, layerKey, elementKind }, localId }: InboundEnd): Readonly<Record<string, string | null>> {
  return { inbound_id: id, rows, layer_key: layerKey, element_kind: elementKind, record_id: localId };
}
