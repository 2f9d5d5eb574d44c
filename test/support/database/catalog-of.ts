import { withClient } from './with-client.js';

/** What a database's own catalog says, a sorted line for each fact; the ORM's table of migrations is left out. */
export interface Catalog {
  readonly tables: readonly string[];
  /** Type, nullability, default; the order of columns is left out. */
  readonly columns: readonly string[];
  /** Definitions of all constraints, with the names of all but primary keys. */
  readonly constraints: readonly string[];
  /** Definitions of the indexes that no constraint made. */
  readonly indexes: readonly string[];
  readonly sequences: readonly string[];
}

const ours = `relation.relnamespace = 'public'::regnamespace and not relation.relispartition and relation.relname not like 'migrations%'`;

// A serial and an identity column are told alike, as are '0'::bigint and 0: the ORM's declarations cannot tell them apart.
const given = `case when own.attidentity <> '' or pg_get_expr(kept.adbin, kept.adrelid) like 'nextval(%' then 'generated'
  else 'default ' || regexp_replace(pg_get_expr(kept.adbin, kept.adrelid), '^''(-?[0-9]+)''::bigint$', '\\1') end`;

const queries: Readonly<Record<keyof Catalog, string>> = {
  tables: `select concat_ws(' ', relation.relname, relation.relkind, relation.reloptions::text) as fact
    from pg_class relation where relation.relkind in ('r', 'p', 'v', 'm') and ${ours}`,
  columns: `select concat_ws(' ', relation.relname || '.' || own.attname, format_type(own.atttypid, own.atttypmod),
      case when own.attnotnull then 'not null' end, ${given}) as fact
    from pg_class relation join pg_attribute own on own.attrelid = relation.oid and own.attnum > 0 and not own.attisdropped
    left join pg_attrdef kept on kept.adrelid = own.attrelid and kept.adnum = own.attnum
    where relation.relkind in ('r', 'p') and ${ours}`,
  constraints: `select concat_ws(' ', relation.relname, case when own.contype <> 'p' then own.conname end, pg_get_constraintdef(own.oid)) as fact
    from pg_constraint own join pg_class relation on relation.oid = own.conrelid where own.contype <> 'n' and ${ours}`,
  indexes: `select replace(pg_get_indexdef(relation.oid), ' ON ONLY ', ' ON ') as fact from pg_class relation
    where relation.relkind in ('i', 'I') and ${ours} and not exists (select from pg_constraint own where own.conindid = relation.oid and own.contype in ('p', 'u'))`,
  sequences: `select relation.relname as fact from pg_class relation where relation.relkind = 'S' and ${ours}`,
};

/** Reads the catalog of the database at `url`. */
export async function catalogOf(url: string): Promise<Catalog> {
  return withClient(url, async (client) => {
    const facts: [string, readonly string[]][] = [];
    for (const [part, query] of Object.entries(queries)) {
      const { rows } = await client.query<{ fact: string }>(query);
      facts.push([part, rows.map(({ fact }) => fact).sort()]);
    }
    return Object.fromEntries(facts) as unknown as Catalog;
  });
}
