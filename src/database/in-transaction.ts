import { setTimeout as pause } from 'node:timers/promises';

import type { PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';

import type { Deadline } from '../kernel/deadline.js';
import type { InTransaction, Sql } from '../kernel/sql.js';
import { currentDeadline } from './current-deadline.js';
import { cutOffBy, refuseLate } from './cut-off.js';
import { prepared } from './prepared.js';
import { addressUrlOf, poolOf } from './sql.js';
import { fromDatabase, sqlstateOf } from './sqlstate.js';
import { TransactionFlights } from './transaction-flights.js';

/** How a transaction sees what others do. */
export interface TransactionOptions<Result> {
  /** `READ COMMITTED` when left out. */
  readonly isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
  /** The last statements, see {@link InTransaction}. */
  readonly closing?: (sql: Sql, result: Result) => Promise<void>;
}

const attempts = 3;
const longestPauseMs = 40;
/** Serialisation failure and deadlock: PostgreSQL asks to run the whole transaction again. */
const isRetryable = (thrown: unknown): boolean => ['40001', '40P01'].includes(sqlstateOf(thrown) ?? '');

const commit = prepared('commit');
const nothingMore = (): Promise<void> => Promise.resolve();

/** One transaction on one connection. */
class RunningTransaction implements Sql {
  readonly #flights: TransactionFlights;
  readonly #deadline: Deadline | undefined;
  #isClosed = false;

  constructor(client: PoolClient, deadline: Deadline | undefined) {
    this.#flights = new TransactionFlights(client);
    this.#deadline = deadline;
  }

  async query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]> {
    refuseLate(this.#deadline);
    return this.#last<Row>(text, parameters);
  }

  /** Begins together with the first statement of the work, and does it. */
  async run<Result>(work: (sql: Sql) => Promise<Result>, isolation: string): Promise<Result> {
    // Where beginning fails, so does what flies with it.
    this.#asked(prepared(`begin isolation level ${isolation}`), []).catch(() => undefined);
    return work(this);
  }

  /** Commits together with the last statements. */
  async commit(closing: (sql: Sql) => Promise<void>): Promise<void> {
    // What they throw before they are sent ends the flight that the commit waits for.
    const closed = closing({ query: (text, parameters) => this.#last(text, parameters) }).catch((thrown: unknown) => {
      this.end();
      throw thrown;
    });
    this.#isClosed = true;
    const [, { command }] = await Promise.all([closed, this.#asked(commit, [])]);
    // A transaction in which a statement failed is rolled back by its COMMIT, without an error.
    if (command !== 'COMMIT') throw new Error(`Expected the transaction to be committed, the server answered ${command}.`);
  }

  /** Lets nothing further be sent. */
  end(): void {
    this.#flights.end(new Error('The transaction is over.'));
  }

  async #last<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    if (this.#isClosed) throw new Error(`Expected every statement to be asked for before the commit, got another one: ${text}`);
    return (await this.#asked(text, parameters)).rows as readonly Row[];
  }

  async #asked(text: string, parameters: readonly unknown[]): Promise<QueryResult> {
    try {
      return await this.#flights.ask(text, parameters);
    } catch (thrown) {
      throw fromDatabase(thrown);
    }
  }
}

async function connected(dataSource: DataSource): Promise<PoolClient> {
  try {
    return await poolOf(dataSource).connect();
  } catch (thrown) {
    throw fromDatabase(thrown);
  }
}

/** Rolls back and tells whether the connection may serve others; on a lost one there is nothing left to roll back. */
async function rolledBack(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

async function attempt<Result>(
  dataSource: DataSource,
  work: (sql: Sql) => Promise<Result>,
  options: TransactionOptions<Result>,
): Promise<Result> {
  const deadline = currentDeadline();
  refuseLate(deadline);
  const client = await connected(dataSource);
  // A lost connection fails the statement as well; without a listener its event would end the process.
  const heard = (): void => undefined;
  client.on('error', heard);
  const transaction = new RunningTransaction(client, deadline);
  const { isolation = 'READ COMMITTED', closing = nothingMore } = options;
  const run = (): Promise<Result> => transaction.run(work, isolation);
  let isGood = true;
  try {
    const result = await (deadline ? cutOffBy(deadline, { connection: client, url: addressUrlOf(dataSource) }, run) : run());
    // What is too late is rolled back; a commit that has begun is let end.
    refuseLate(deadline);
    await transaction.commit((sql) => closing(sql, result));
    return result;
  } catch (thrown) {
    transaction.end();
    isGood = await rolledBack(client);
    throw thrown;
  } finally {
    transaction.end();
    client.off('error', heard);
    client.release(isGood ? undefined : true);
  }
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws, and what it threw is thrown on.
 * Statements asked for at once go to the server together, in their order. Do not catch what a statement throws: nothing more is done after it.
 * A deadlock or serialisation failure runs the whole of it again, three times at most, then throws `CONFLICT`:
 * so `work` must do nothing but database work. When the connection is lost during COMMIT (`UNAVAILABLE`) nobody knows
 * whether it took effect; callers that try again need an idempotency key.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (sql: Sql) => Promise<Result>,
  options: TransactionOptions<Result> = {},
): Promise<Result> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt(dataSource, work, options);
    } catch (thrown) {
      if (round === attempts || !isRetryable(thrown)) throw thrown;
      await pause(Math.random() * longestPauseMs * round);
    }
  }
}

/** {@link inTransaction} as features know it, for one data source. */
export function transactionsOn(dataSource: DataSource): InTransaction {
  return (work, closing) => inTransaction(dataSource, work, closing === undefined ? {} : { closing });
}
