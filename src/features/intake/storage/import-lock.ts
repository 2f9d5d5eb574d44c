import { CityError } from '../../../kernel/city-error.js';
import type { InTransaction, Sql } from '../../../kernel/sql.js';
import type { ImportHolder, ImportLock } from '../ports.js';

/** Any number that nothing else of the city index locks: shared by the imports of offices, alone for one of the city. */
const cityLock = 7_402_118_341;
/** The first half of the locks of single offices; the other is made from the office's code. */
const officeLock = 7_402_119;

/** The locks of imports in the city index; they fall with the connection, so a killed process holds nothing. */
export class IndexImportLock implements ImportLock {
  constructor(
    private readonly sql: Sql,
    private readonly transaction: InTransaction,
  ) {}

  async hold<Result>(who: ImportHolder, work: () => Promise<Result>): Promise<Result> {
    const end = await this.transaction(async (sql) => {
      // This transaction only carries the lock: it reads nothing, so it holds no snapshot back, however long the import takes.
      await sql.query('set local idle_in_transaction_session_timeout = 0');
      await (who === null ? lockCity(sql) : lockOffice(sql, who));
      // A failure of the work is carried out by hand: this transaction must not be tried again because of it.
      return work().then(
        (result) => ({ result }),
        (thrown: unknown) => ({ thrown }),
      );
    });
    if ('thrown' in end) throw end.thrown;
    return end.result;
  }

  async isHeld(who: ImportHolder): Promise<boolean> {
    // Looked up, not tried: a trial would itself hold the lock for a moment and turn an import away.
    const [answer] = await this.sql.query<{ held: boolean }>(
      `select exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database
         where datname = current_database() and locktype = 'advisory' and granted and (
           (objsubid = 1 and classid = ($1::bigint >> 32)::oid and objid = ($1::bigint & 4294967295)::oid and (mode = 'ExclusiveLock' or $3::text is null))
           or (objsubid = 2 and classid = $2::integer::oid and objid = hashtext($3)::oid))) as held`,
      [cityLock, officeLock, who],
    );
    return answer!.held;
  }
}

async function lockCity(sql: Sql): Promise<void> {
  const [answer] = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [cityLock]);
  if (!answer?.got) throw alreadyRunning();
}

async function lockOffice(sql: Sql, department: string): Promise<void> {
  const [city] = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock_shared($1) as got', [cityLock]);
  if (!city?.got) throw alreadyRunning();
  const [office] = await sql.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as got', [officeLock, department]);
  if (!office?.got) throw officeBusy(department);
}

function alreadyRunning(): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: 'Expected no other import of this city to be under way; one is.',
    messageZh: '本市已有一次导入正在进行。',
    hint: 'Wait until it has ended, then import again.',
  });
}

function officeBusy(department: string): CityError {
  return new CityError({
    code: 'CONFLICT',
    message: `Expected no other import of ${department} to be under way; one is.`,
    messageZh: `部门 ${department} 已有一次导入正在进行。`,
    hint: 'Wait until it has ended, then import again.',
    details: { department },
  });
}
