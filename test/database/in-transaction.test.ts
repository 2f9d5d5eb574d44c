import { inTransaction, transactionsOn } from '../../src/database/in-transaction.js';
import { prepared } from '../../src/database/prepared.js';
import { sqlOf } from '../../src/database/sql.js';
import { CityError } from '../../src/kernel/city-error.js';
import type { Sql } from '../../src/kernel/sql.js';
import { anOpenDatabase, type TestDatabase } from '../support/database/an-open-database.js';
import { withClient } from '../support/database/with-client.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await anOpenDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await sqlOf(database.dataSource).query('drop table if exists step, counter');
  await sqlOf(database.dataSource).query('create table step (id int primary key deferrable initially deferred)');
  await sqlOf(database.dataSource).query('create table counter (id int primary key, value int not null)');
  await sqlOf(database.dataSource).query('insert into counter values (1, 0), (2, 0)');
});

const steps = async (): Promise<readonly number[]> =>
  (await sqlOf(database.dataSource).query<{ id: number }>('select id from step order by id')).map((row) => row.id);

describe('a transaction', () => {
  it('keeps all of its work and hands back the result', async () => {
    const result = await inTransaction(database.dataSource, async (transaction) => {
      const rows = await transaction.query<{ id: number }>('insert into step values (1), (2) returning id');
      await transaction.query('insert into step values (3)');
      return rows;
    });
    expect(result).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await steps()).toEqual([1, 2, 3]);
  });

  it('keeps nothing when the work throws, and throws that very error on', async () => {
    const own = new Error('the weights do not sum to one');
    const failing = transactionsOn(database.dataSource)(async (sql) => {
      await sql.query('insert into step values (1)');
      throw own;
    });
    await expect(failing).rejects.toBe(own);
    expect(await steps()).toEqual([]);
  });

  it('keeps nothing when a deferred rule refuses the commit', async () => {
    const failing = inTransaction(database.dataSource, (transaction) => transaction.query('insert into step values (1), (1)'));
    await expect(failing).rejects.toMatchObject({ code: 'CONFLICT', details: { sqlstate: '23505', table: 'step' } });
    expect(await steps()).toEqual([]);
  });

  it('is not seen by others before it is committed', async () => {
    await inTransaction(database.dataSource, async (transaction) => {
      await transaction.query('insert into step values (1)');
      expect(await steps()).toEqual([]);
    });
    expect(await steps()).toEqual([1]);
  });

  it('is run again when two of them meet in a deadlock, and both take effect once', async () => {
    let rounds = 0;
    let arrived = 0;
    let openGate: () => void;
    const gate = new Promise<void>((resolve) => {
      openGate = resolve;
    });
    const bothInOrder = (first: number, second: number): Promise<void> =>
      inTransaction(database.dataSource, async (transaction) => {
        rounds += 1;
        await transaction.query('update counter set value = value + 1 where id = $1', [first]);
        if ((arrived += 1) === 2) openGate();
        await gate;
        await transaction.query('update counter set value = value + 1 where id = $1', [second]);
      });
    await Promise.all([bothInOrder(1, 2), bothInOrder(2, 1)]);
    expect(rounds).toBeGreaterThan(2);
    expect(await sqlOf(database.dataSource).query('select value from counter')).toEqual([{ value: 2 }, { value: 2 }]);
  });

  it('is given up as CONFLICT after three serialisation failures', async () => {
    let rounds = 0;
    const failing = inTransaction(
      database.dataSource,
      async (transaction) => {
        rounds += 1;
        await transaction.query('select value from counter where id = 1');
        await sqlOf(database.dataSource).query('update counter set value = value + 1 where id = 1');
        await transaction.query('update counter set value = -1 where id = 1');
      },
      { isolation: 'REPEATABLE READ' },
    );
    await expect(failing).rejects.toMatchObject({ code: 'CONFLICT', details: { sqlstate: '40001' } });
    expect(rounds).toBe(3);
    expect(await sqlOf(database.dataSource).query('select value from counter where id = 1')).toEqual([{ value: 3 }]);
  });

  it('is UNAVAILABLE when its connection is cut, and the pool serves on', async () => {
    const failing = inTransaction(database.dataSource, async (transaction) => {
      const [row] = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
      await withClient(database.url, (client) => client.query('select pg_terminate_backend($1)', [row!.pid]));
      await transaction.query('insert into step values (1)');
    });
    await expect(failing).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await steps()).toEqual([]);
  });

  it("passes a platform's own refusal through untouched", async () => {
    const refusal = new CityError({ code: 'ILLEGAL_TRANSITION', message: 'not from here' });
    await expect(inTransaction(database.dataSource, () => Promise.reject(refusal))).rejects.toBe(refusal);
  });

  it('sends what is asked for at once in one go, in its order; what stands behind a failure is not run', async () => {
    const add = prepared('insert into counter values ($1, $2) returning id');
    const failing = inTransaction(database.dataSource, async (sql) => {
      const answers = await Promise.allSettled([3, 4, 1, 5].map((id) => sql.query(add, [id, id])));
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
      await sql.query(add, [6, 6]);
    });
    await expect(failing).rejects.toMatchObject({ code: 'CONFLICT', details: { sqlstate: '23505', table: 'counter' } });
    const added = await inTransaction(database.dataSource, (sql) => Promise.all([3, 4, 5].map((id) => sql.query(add, [id, id]))));
    expect(added).toEqual([[{ id: 3 }], [{ id: 4 }], [{ id: 5 }]]);
  });

  it('that swallows the failure of a statement is not said to be committed', async () => {
    const failing = inTransaction(database.dataSource, async (sql) => {
      await sql.query('insert into step values (1)');
      await sql.query('select 1 / 0').catch(() => undefined);
    });
    await expect(failing).rejects.toBeInstanceOf(CityError);
    expect(await steps()).toEqual([]);
  });

  it('takes its closing statements with the commit, and keeps nothing where one of them fails', async () => {
    const transaction = transactionsOn(database.dataSource);
    const added = await transaction(
      (sql) => sql.query<{ id: number }>('insert into step values (1) returning id'),
      async (sql, [row]) => void (await sql.query('update counter set value = $1 where id = 1', [row!.id + 6])),
    );
    expect(added).toEqual([{ id: 1 }]);
    expect(await sqlOf(database.dataSource).query('select value from counter where id = 1')).toEqual([{ value: 7 }]);
    const closings = [(sql: Sql) => sql.query('select $1::int / 0', [1]), () => Promise.reject(new Error('nothing to close with'))];
    for (const closing of closings) {
      const failing = transaction(
        (sql) => sql.query('insert into step values (2)'),
        async (sql) => void (await closing(sql)),
      );
      await expect(failing).rejects.toThrow();
    }
    expect(await steps()).toEqual([1]);
  });

  it('refuses what is asked for when it is over', async () => {
    const kept = await inTransaction(database.dataSource, (sql) => Promise.resolve(sql));
    await expect(kept.query('insert into step values (1)')).rejects.toThrow('before the commit');
    expect(await steps()).toEqual([]);
  });
});
