import type { Sql } from '../../../kernel/sql.js';
import type { GridModel } from '../../grids/index.js';
import type { ReadBefore } from '../ports.js';
import { inForce } from './read-crosswalk.js';

// Which rows have changed is told by the transactions that wrote them, not by clocks: a long computation is recorded as of its beginning,
// and may be committed after others that began later. A row that was written by a transaction that had ended before the mark was taken, has
// been seen. `xmin` counts modulo 2^32, and so does age().
const isTouched = (table: string): string => `age(${table}.xmin) <= age($4::text::xid8::xid)`;

/** Beyond this share of a table it is quicker to read all of it. */
const mostTouchedShare = 0.2;

/** Whether few enough rows were touched since a model was read, and lately enough to be told by `age`. */
export async function isLittleTouched(sql: Sql, table: 'link' | 'coverage', { oldestOpen }: ReadBefore): Promise<boolean> {
  const [row] = await sql.query<{ readonly touched: number; readonly all: number; readonly age: number }>(
    `select count(*) filter (where ${isTouched(table).replace('$4', '$1')})::int as touched, count(*)::int as all,
            age($1::text::xid8::xid)::int as age from ${table}`,
    [oldestOpen],
  );
  return row!.touched <= row!.all * mostTouchedShare && row!.age < 2 ** 30;
}

/**
 * Asks for the touched rows of a table, `columns` of each, and in the same breath how many rows stand now: the sum shows whether rows were
 * taken away altogether, which leaves no trace. `from` joins the table with the units of the model, `$3`; `$4` is the mark.
 */
export function touchedSql(table: 'link' | 'coverage', { columns, from }: { readonly columns: string; readonly from: string }): string {
  return `select total.standing::int as standing, touched.*
            from (select count(*) as standing from ${table} where ${inForce(table)}) total
            left join (select (${inForce(table)}) as "isStanding", ${columns} from ${from} where ${isTouched(table)}) touched on true`;
}

/** One row of {@link touchedSql}; where nothing was touched there is one, and `isStanding` is null. */
export interface TouchedRow {
  readonly standing: number;
  readonly isStanding: boolean | null;
}

/** Where the units of an earlier model stand in a later one, -1 where they are gone. */
export function placesIn(later: GridModel, earlier: GridModel): Int32Array {
  if (Buffer.compare(earlier.columns.uuids, later.columns.uuids) === 0) return Int32Array.from(earlier.units, (unit) => unit.index);
  return Int32Array.from(earlier.units, (unit) => later.unitByUuid(unit.uuid)?.index ?? -1);
}
