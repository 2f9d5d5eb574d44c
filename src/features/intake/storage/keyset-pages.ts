import type { Sql } from '../../../kernel/sql.js';

/** Rows of one statement, to be read page by page in the order of a key. */
export interface KeysetQuery<Row> {
  readonly select: string;
  readonly from: string;
  /** All rows when left out; `$1…` stand for `parameters`. */
  readonly where?: string;
  readonly parameters?: readonly unknown[];
  /** Columns whose values together no two rows share. */
  readonly key: readonly string[];
  /** Of rows with one key, the one with the greatest value of this column; `select` begins with `distinct on`. */
  readonly newestOf?: string;
  readonly keyOf: (row: Row) => readonly unknown[];
  /** Rows of a page. */
  readonly size: number;
}

/** The pages of a query, each asked for when the one before is done with: at most one is in memory. */
export async function* keysetPages<Row extends object>(sql: Sql, query: KeysetQuery<Row>): AsyncGenerator<readonly Row[]> {
  const { size, keyOf, parameters = [] } = query;
  let last: readonly unknown[] | null = null;
  for (;;) {
    const page: readonly Row[] = await sql.query<Row>(statement(query, last !== null), [...parameters, ...(last ?? [])]);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    last = keyOf(page.at(-1)!);
  }
}

function statement<Row>({ select, from, where = 'true', key, newestOf, size, parameters = [] }: KeysetQuery<Row>, goesOn: boolean): string {
  const columns = key.join(', ');
  const after = key.map((_, place) => `$${parameters.length + place + 1}`).join(', ');
  const beyond = goesOn ? `and (${columns}) > (${after})` : '';
  const newest = newestOf === undefined ? '' : `, ${newestOf} desc`;
  return `select ${select} from ${from} where ${where} ${beyond} order by ${columns}${newest} limit ${size}`;
}
