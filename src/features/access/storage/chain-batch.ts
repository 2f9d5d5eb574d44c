import type { InboxFloor } from '../../../eventlog/inbox-floor.js';
import type { Sql } from '../../../kernel/sql.js';
import { chainOf } from '../audit/chain-key.js';
import type { Digest } from '../audit/digest.js';
import { type AuditLink, type ChainHead, linkBatch } from '../audit/link-batch.js';
import type { StoredEntry } from '../audit/stored-entry.js';
import { entryColumns, entryOf } from './audit-columns.js';

// A line whose transaction is still open is not in the snapshot; it is taken by a later call, whatever its id.
const take = `
  with taken as (
    delete from audit_unchained
     where entry_id = any (array(select entry_id from audit_unchained where entry_id > $2 order by entry_id limit $1)) returning entry_id
  ) select coalesce(array_agg(entry_id::text order by entry_id), '{}') as ids, max(entry_id)::text as last_id,
           pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_snapshot_xmax(pg_current_snapshot())::text as xmax from taken`;

// What is chained already is passed over: a queue that was filled twice must not stop the chains.
const read = `select ${entryColumns} from audit_entry e
  where e.id = any ($1::bigint[]) and not exists (select from audit_link l where l.entry_id = e.id) order by e.id`;

const headsOf = `
  select h.chain, h.seq::int8::float8 as seq, h.hash from unnest($1::text[]) as asked (chain)
   cross join lateral (select chain, seq, hash from audit_link l where l.chain = asked.chain order by seq desc limit 1) h`;

const write = `insert into audit_link (chain, seq, entry_id, hash) select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[])`;

/** What one step of chaining is told. */
export interface ChainStep {
  /** Most lines of one transaction. */
  readonly batch: number;
  readonly floor: InboxFloor;
  readonly digest: Digest;
}

/**
 * Chains at most `batch` committed lines that wait above `floor`, in one transaction, and says how many it took from the queue.
 * Only the session that holds the leader's lock may call it.
 */
export async function chainBatch(leader: Sql, { batch, floor, digest }: ChainStep): Promise<number> {
  await leader.query('begin');
  try {
    const [taken] = await leader.query<{ ids: readonly string[]; last_id: string | null; xmin: string; xmax: string }>(take, [
      batch,
      floor.id.toString(),
    ]);
    const { ids, last_id: lastId, xmin, xmax } = taken!;
    if (ids.length > 0) await linkAll(leader, ids, digest);
    await leader.query('commit');
    const emptied = ids.length < batch;
    floor.learn({ emptied, lastId: lastId === null ? null : BigInt(lastId), xmin: BigInt(xmin), xmax: BigInt(xmax) });
    return ids.length;
  } catch (thrown) {
    await leader.query('rollback').catch(() => undefined);
    throw thrown;
  }
}

async function linkAll(leader: Sql, ids: readonly string[], digest: Digest): Promise<void> {
  const entries = (await leader.query<StoredEntry>(read, [ids])).map(entryOf);
  const chains = [...new Set(entries.map(chainOf))];
  const heads = await leader.query<ChainHead>(headsOf, [chains]);
  const links = linkBatch(entries, heads, digest);
  const column = (of: keyof AuditLink): readonly unknown[] => links.map((link) => link[of]);
  await leader.query(write, [column('chain'), column('seq'), column('entryId'), column('hash')]);
}
