import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { AuditArchive, AuditSnapshot, Tombstone, UnchainedTail } from '../audit/ports.js';
import type { StoredEntry } from '../audit/stored-entry.js';
import type { KeptLink } from '../audit/walk-chain.js';
import { entryColumns, entryOf } from './audit-columns.js';
import { chainNames } from './head-table.js';

/** Opens views of the log in the city index. */
export class AuditArchiveStore implements AuditArchive {
  readonly #inTransaction: InTransaction;

  constructor(inTransaction: InTransaction) {
    this.#inTransaction = inTransaction;
  }

  snapshot<Result>(work: (snapshot: AuditSnapshot) => Promise<Result>): Promise<Result> {
    return this.#inTransaction(async (sql) => {
      await sql.query('set transaction isolation level repeatable read, read only');
      return work(snapshotOn(sql));
    });
  }
}

/** What waits to be chained, counted in the caller's transaction. */
export async function unchainedTail(sql: Sql): Promise<UnchainedTail> {
  const [tail] = await sql.query<UnchainedTail>(
    `select count(*)::int as count, min(e.happened_at) as oldest from audit_unchained u left join audit_entry e on e.id = u.entry_id`,
  );
  return tail!;
}

/** The log as the caller's transaction sees it. */
export function snapshotOn(sql: Sql): AuditSnapshot {
  return {
    chains: async () =>
      (await sql.query<{ chain: string }>(`${chainNames} select chain from chains where chain is not null`)).map(({ chain }) => chain),
    links: (chain, seq, size) => linksOf(sql, chain, { seq, size }),
    tombstones: () =>
      sql.query<Tombstone>(
        `select chain, seq::float8 as seq, hash, dropped_at as "droppedAt", head_file as "headFile" from audit_tombstone order by chain`,
      ),
    unchained: () => unchainedTail(sql),
    lastHeadFile: async () => (await sql.query<{ file: string | null }>('select max(file) as file from audit_head'))[0]!.file,
    strays: (id, size) => straysAmong(sql, id, size),
  };
}

type LinkRow = StoredEntry & { readonly seq: number; readonly entryId: string; readonly hash: string };

async function linksOf(sql: Sql, chain: string, page: { readonly seq: number; readonly size: number }): Promise<readonly KeptLink[]> {
  const rows = await sql.query<LinkRow>(
    `select l.seq::float8 as seq, l.entry_id::text as "entryId", l.hash, ${entryColumns}
       from audit_link l left join audit_entry e on e.id = l.entry_id where l.chain = $1 and l.seq > $2 order by l.seq limit $3`,
    [chain, page.seq, page.size],
  );
  return rows.map((row) => ({ seq: row.seq, entryId: row.entryId, hash: row.hash, entry: row.id === null ? null : entryOf(row) }));
}

async function straysAmong(sql: Sql, id: string, size: number): ReturnType<AuditSnapshot['strays']> {
  const [page] = await sql.query<{ last: string | null; count: number }>(
    'select max(id)::text as last, count(*)::int as count from (select id from audit_entry where id > $1 order by id limit $2) as page',
    [id, size],
  );
  const { last, count } = page!;
  if (last === null) return { entries: [], last };
  const entries = await sql.query<StoredEntry>(
    `select ${entryColumns} from audit_entry e where e.id > $1 and e.id <= $2
        and not exists (select from audit_link l where l.entry_id = e.id)
        and not exists (select from audit_unchained u where u.entry_id = e.id) order by e.id`,
    [id, last],
  );
  return { entries: entries.map(entryOf), last: count < size ? null : last };
}
