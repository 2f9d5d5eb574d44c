import { CityError } from '../../../kernel/city-error.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { ImportLock } from '../ports.js';

/** Any number that nothing else of the city index locks: one import at a time. */
const importLock = 7_402_118_341;

/** The lock of imports in the city index; it falls with the connection, so a killed process holds nothing. */
export class IndexImportLock implements ImportLock {
  constructor(
    private readonly sql: Sql,
    private readonly transaction: InTransaction,
  ) {}

  async hold<Result>(work: () => Promise<Result>): Promise<Result> {
    const end = await this.transaction(async (sql) => {
      // This transaction only carries the lock: it reads nothing, so it holds no snapshot back, however long the import takes.
      await sql.query('set local idle_in_transaction_session_timeout = 0');
      const [answer] = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [importLock]);
      if (!answer?.got) throw alreadyRunning();
      // A failure of the work is carried out by hand: this transaction must not be tried again because of it.
      return work().then(
        (result) => ({ result }),
        (thrown: unknown) => ({ thrown }),
      );
    });
    if ('thrown' in end) throw end.thrown;
    return end.result;
  }

  async isHeld(): Promise<boolean> {
    // Looked up, not tried: a trial would itself hold the lock for a moment and turn an import away.
    const [answer] = await this.sql.query<{ held: boolean }>(
      `select exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database
         where datname = current_database() and locktype = 'advisory' and objsubid = 1
           and classid = ($1::bigint >> 32)::oid and objid = ($1::bigint & 4294967295)::oid and granted) as held`,
      [importLock],
    );
    return answer!.held;
  }
}

function alreadyRunning(): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: 'Expected no other import of this city to be under way; one is.',
    messageZh: '本市已有一次导入正在进行。',
    hint: 'Wait until it has ended, then import again.',
  });
}
