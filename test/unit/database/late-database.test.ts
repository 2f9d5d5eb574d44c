import { databaseFaultOf } from '../../../src/database/database-fault.js';
import { LateDatabase, type OpenedDatabase } from '../../../src/database/late-database.js';
import { CityError } from '../../../src/kernel/city-error.js';
import { type Log, silentLog } from '../../../src/kernel/log.js';

const away = (): CityError => new CityError({ code: 'UNAVAILABLE', message: 'nobody answers', details: { reason: 'AWAY' } });
const wrongAccount = (): CityError => new CityError({ code: 'UNAVAILABLE', message: 'refused', details: { reason: 'WRONG_ACCOUNT' } });

/** A database that is opened when its script of failures has ended. */
class Scripted {
  attempts = 0;
  closed = 0;
  readonly lines: { readonly level: string; readonly message: string; readonly reason: unknown }[] = [];
  readonly #log: Log = {
    ...silentLog,
    warn: ({ reason }, message) => this.lines.push({ level: 'warn', message, reason }),
    info: ({ reason }, message) => this.lines.push({ level: 'info', message, reason }),
  };

  constructor(private readonly failures: readonly CityError[]) {}

  database(firstPauseMs = 1): LateDatabase {
    const clock = { now: () => new Date('2026-03-10T20:00:00Z') };
    return new LateDatabase({ name: 'orchard', url: 'postgres://h/d', open: () => this.#open(), clock, log: this.#log, firstPauseMs });
  }

  #open(): Promise<OpenedDatabase> {
    const failure = this.failures[this.attempts];
    this.attempts += 1;
    if (failure) return Promise.reject(failure);
    return Promise.resolve({
      sql: { query: <Row extends object>() => Promise.resolve([{ answer: 42 } as Row]) },
      transaction: (work) => work({ query: () => Promise.resolve([]) }),
      close: () => {
        this.closed += 1;
        return Promise.resolve();
      },
    });
  }
}

describe('the database of an office', () => {
  it('answers from the first attempt on when its server is there, and says nothing', async () => {
    const scripted = new Scripted([]);
    const database = scripted.database();
    await database.begin();
    expect(await database.sql.query('select 42')).toEqual([{ answer: 42 }]);
    expect(database.openingFault()).toBeNull();
    expect(scripted.lines).toEqual([]);
    await database.close();
    expect(scripted.closed).toBe(1);
  });

  it('refuses statements and transactions at once while it is away, with the reason and since when', async () => {
    const database = new Scripted([away()]).database(60_000);
    await database.begin();
    const details = { reason: 'AWAY', since: '2026-03-10T20:00:00.000Z' };
    await expect(database.sql.query('select 42')).rejects.toMatchObject({ code: 'UNAVAILABLE', fault: 'department', details });
    await expect(database.transaction(() => Promise.resolve(1))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(database.openingFault()).toEqual({ reason: 'AWAY', since: new Date('2026-03-10T20:00:00Z') });
    await database.close();
  });

  it('comes by itself when its server comes, and each reason is logged once', async () => {
    const scripted = new Scripted([away(), away(), away(), wrongAccount(), wrongAccount()]);
    const database = scripted.database();
    await database.begin();
    await database.opened;
    expect(await database.sql.query('select 42')).toEqual([{ answer: 42 }]);
    expect(scripted.attempts).toBe(6);
    expect(scripted.lines).toEqual([
      { level: 'warn', message: 'an office’s database cannot be opened', reason: 'AWAY' },
      { level: 'warn', message: 'an office’s database cannot be opened', reason: 'WRONG_ACCOUNT' },
      { level: 'info', message: 'an office’s database is open now', reason: undefined },
    ]);
    await database.close();
  });

  it('is not looked for any more once it was closed', async () => {
    const scripted = new Scripted([away(), away()]);
    const database = scripted.database(60_000);
    await database.begin();
    await database.close();
    expect(scripted.attempts).toBe(1);
    expect(scripted.closed).toBe(0);
  });
});

describe('the fault of a database', () => {
  it('is the reason that was told, else what its code says', () => {
    expect(databaseFaultOf(wrongAccount())).toBe('WRONG_ACCOUNT');
    expect(databaseFaultOf(new CityError({ code: 'UNAVAILABLE', message: 'no answer' }))).toBe('AWAY');
    expect(databaseFaultOf(new CityError({ code: 'CONFLICT', message: 'a migration failed' }))).toBe('FAULTY');
    expect(databaseFaultOf(new TypeError('a bug'))).toBe('FAULTY');
  });
});
