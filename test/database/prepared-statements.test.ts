import { inTransaction } from '../../src/database/in-transaction.js';
import { prepared } from '../../src/database/prepared.js';
import { sqlOf } from '../../src/database/sql.js';
import { anOpenDatabase, type TestDatabase } from '../support/database/an-open-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await anOpenDatabase({ poolSize: 1 });
});
afterAll(() => database.drop());

const often = prepared('select $1::int + 1 as next');
const keptByConnection = 'select statement from pg_prepared_statements';

test('a statement that is marked is kept by its connection and answers as any other, in and out of transactions', async () => {
  const sql = sqlOf(database.dataSource);
  await expect(sql.query(often, [1])).resolves.toEqual([{ next: 2 }]);
  await expect(inTransaction(database.dataSource, (transaction) => transaction.query(often, [2]))).resolves.toEqual([{ next: 3 }]);
  const kept = await sql.query<{ statement: string }>(keptByConnection);
  expect(kept.filter(({ statement }) => statement === often)).toHaveLength(1);
});

test('a statement that is not marked leaves nothing behind', async () => {
  const sql = sqlOf(database.dataSource);
  await sql.query('select $1::int + 2 as further', [1]);
  const kept = await sql.query<{ statement: string }>(keptByConnection);
  expect(kept.map(({ statement }) => statement)).not.toContain('select $1::int + 2 as further');
});

test('a mistake in a marked statement is told as that of any other, and the connection goes on', async () => {
  const sql = sqlOf(database.dataSource);
  await expect(sql.query(prepared('select $1::int / 0 as never'), [1])).rejects.toMatchObject({ code: 'INTERNAL' });
  await expect(sql.query(often, [4])).resolves.toEqual([{ next: 5 }]);
});
