import type { Sql } from '../../../kernel/sql.js';
import type { HeadStore } from '../audit/anchor-heads.js';
import type { ChainHead } from '../audit/link-batch.js';

/** The names of all chains, found by jumping along the index from one to the next. */
export const chainNames = `
  with recursive chains as (
    (select chain from audit_link order by chain limit 1)
    union all
    select (select l.chain from audit_link l where l.chain > c.chain order by l.chain limit 1) from chains c where c.chain is not null
  )`;

const heads = `${chainNames}
  select h.chain, h.seq::float8 as seq, h.hash from chains c
   cross join lateral (select chain, seq, hash from audit_link l where l.chain = c.chain order by seq desc limit 1) h
   left join audit_head exported on exported.chain = c.chain
   where ($1 = 'ALL' or exported.hash is distinct from h.hash) and not exists (select from audit_tombstone t where t.chain = c.chain)
   order by h.chain`;

/** Knows the heads of the chains in the city index. */
export class HeadTable implements HeadStore {
  async lock(sql: Sql): Promise<void> {
    await sql.query(`select pg_advisory_xact_lock(x'616c6c67'::int, x'68656164'::int)`);
  }

  heads(sql: Sql, which: 'MOVED' | 'ALL'): Promise<readonly ChainHead[]> {
    return sql.query<ChainHead>(heads, [which]);
  }

  async waiting(sql: Sql): Promise<number> {
    const [row] = await sql.query<{ waiting: number }>('select count(*)::int as waiting from audit_unchained');
    return row!.waiting;
  }

  async keep(sql: Sql, moved: readonly ChainHead[], file: string): Promise<void> {
    await sql.query(
      `insert into audit_head (chain, seq, hash, file) select chain, seq, hash, $4 from unnest($1::text[], $2::bigint[], $3::text[])
         as moved (chain, seq, hash)
       on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash, file = excluded.file`,
      [moved.map(({ chain }) => chain), moved.map(({ seq }) => seq), moved.map(({ hash }) => hash), file],
    );
  }
}
