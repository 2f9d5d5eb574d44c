import { inTransaction, transactionsOn } from '../../src/database/in-transaction.js';
import { sqlOf } from '../../src/database/sql.js';
import { CityError } from '../../src/kernel/city-error.js';
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
      await transaction.manager.query('insert into step values (3)');
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
});
