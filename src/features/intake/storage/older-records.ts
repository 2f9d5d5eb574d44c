import type { Sql } from '../../../kernel/sql.js';
import type { RunStamp, StampedRecords } from '../ports.js';
import { elementRow, matterRow } from './front-rows.js';
import { elements, matters, units } from './record-tables.js';
import type { TableRow } from './record-writer.js';
import { olderRows } from './stamped-rows.js';
import { unitRows } from './unit-generations.js';

const tableOf = { UNIT: units, ELEMENT: elements, MATTER: matters } as const;

/** A row that is only compared tells of no run. */
const noStamp: RunStamp = { runId: '', today: '', now: new Date(0) };

type Given<Kind extends keyof StampedRecords> = { readonly record: StampedRecords[Kind]; readonly row: TableRow };

const givenRows: {
  readonly [Kind in keyof StampedRecords]: (sql: Sql, records: readonly StampedRecords[Kind][]) => Promise<readonly Given<Kind>[]>;
} = {
  UNIT: (sql, records) => unitRows(sql, records, noStamp),
  ELEMENT: (_, records) => Promise.resolve(records.map((record) => ({ record, row: elementRow(record, noStamp) }))),
  MATTER: (_, records) => Promise.resolve(records.map((record) => ({ record, row: matterRow(record, noStamp) }))),
};

/** Those records that their office stamped older than what is held of them. Asks nothing where none is stamped. */
export async function olderRecords<Kind extends keyof StampedRecords>(
  sql: Sql,
  kind: Kind,
  records: readonly StampedRecords[Kind][],
): Promise<ReadonlySet<StampedRecords[Kind]>> {
  const stamped = records.filter(({ updatedAt }) => updatedAt !== null);
  if (stamped.length === 0) return new Set();
  const given = await givenRows[kind](sql, stamped);
  const older = await olderRows(
    sql,
    tableOf[kind],
    given.map(({ row }) => row),
  );
  return new Set(given.filter(({ row }) => older.has(row)).map(({ record }) => record));
}
