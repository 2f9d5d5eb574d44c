import type { Sql } from '../../../kernel/sql.js';
import type { ChainRemains } from '../audit/drop-chains.js';
import type { Tombstone } from '../audit/ports.js';
import { chainNames } from './head-table.js';

const exported = `${chainNames}
  select h.chain, h.seq::float8 as seq, h.hash, exported.file as "headFile" from chains c
   cross join lateral (select chain, seq, hash from audit_link l where l.chain = c.chain order by seq desc limit 1) h
   join audit_head exported on exported.chain = c.chain and exported.seq = h.seq and exported.hash = h.hash
   where not exists (select from audit_tombstone t where t.chain = c.chain) order by h.chain`;

const someLinks = `
  select l.chain, l.seq, l.entry_id from audit_tombstone t
   cross join lateral (select * from audit_link l where l.chain = t.chain order by l.seq limit $1) l limit $1`;

/** Knows the chains of the city index that may be dropped. */
export class ChainRemainsTable implements ChainRemains {
  exported(sql: Sql): Promise<readonly Omit<Tombstone, 'droppedAt'>[]> {
    return sql.query(exported);
  }

  async bury(sql: Sql, { chain, seq, hash, droppedAt, headFile }: Tombstone): Promise<void> {
    await sql.query('insert into audit_tombstone (chain, seq, hash, dropped_at, head_file) values ($1, $2, $3, $4, $5)', [
      ...[chain, seq, hash],
      ...[droppedAt, headFile],
    ]);
    await sql.query('delete from audit_head where chain = $1', [chain]);
  }

  // Lines first: a line may go only while its link says which chain it was of.
  async clear(sql: Sql, size: number): Promise<number> {
    const links = await sql.query<{ chain: string; seq: string; entry_id: string }>(someLinks, [size]);
    if (links.length === 0) return 0;
    const chains = links.map(({ chain }) => chain);
    const seqs = links.map(({ seq }) => seq);
    await sql.query('delete from audit_entry where id = any ($1::bigint[])', [links.map((link) => link.entry_id)]);
    await sql.query('delete from audit_link where (chain, seq) in (select * from unnest($1::text[], $2::bigint[]))', [chains, seqs]);
    return links.length;
  }
}
