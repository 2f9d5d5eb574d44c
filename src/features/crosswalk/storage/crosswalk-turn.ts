import type { InTransaction } from '../../../kernel/sql.js';
import type { CrosswalkTurn } from '../ports.js';

/** Any number that nothing else of the city index locks: one computation of the crosswalk at a time. */
const turnLock = 7_402_118_343;

/** The turn to compute the crosswalk, over all processes; it falls with the connection. */
export class PgCrosswalkTurn implements CrosswalkTurn {
  readonly #transaction: InTransaction;

  constructor(transaction: InTransaction) {
    this.#transaction = transaction;
  }

  async take(work: () => Promise<void>): Promise<void> {
    await this.#hold('pg_advisory_xact_lock', work);
  }

  async takeIfFree(work: () => Promise<void>): Promise<void> {
    await this.#hold('pg_try_advisory_xact_lock', work);
  }

  async #hold(lock: 'pg_advisory_xact_lock' | 'pg_try_advisory_xact_lock', work: () => Promise<void>): Promise<void> {
    const failure = await this.#transaction(async (sql) => {
      // This transaction only carries the lock: it may wait, and be held, as long as a computation takes.
      await sql.query('set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0; set local statement_timeout = 0');
      const [answer] = await sql.query<{ got: boolean | '' }>(`select ${lock}($1) as got`, [turnLock]);
      if (answer?.got === false) return null;
      // Carried out by hand: this transaction must not be tried again because of the work.
      return work().then(
        () => null,
        (thrown: unknown) => ({ thrown }),
      );
    });
    if (failure) throw failure.thrown;
  }
}
