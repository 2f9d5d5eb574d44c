import { setTimeout as pause } from 'node:timers/promises';

import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

import type { Deadline } from '../kernel/deadline.js';
import type { InTransaction, Sql } from '../kernel/sql.js';
import { currentDeadline } from './current-deadline.js';
import { cutOffBy, refuseLate } from './cut-off.js';
import { addressUrlOf } from './sql.js';
import { fromDatabase, fromOrm, sqlstateOf } from './sqlstate.js';

/** A transaction under way; use it only inside the work it was handed to. */
export interface Transaction extends Sql {
  /** TypeORM's view of the same transaction, for query builders over `EntitySchema` tables. */
  readonly manager: EntityManager;
}

/** How a transaction sees what others do. */
export interface TransactionOptions {
  /** `READ COMMITTED` when left out. */
  readonly isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

const attempts = 3;
const longestPauseMs = 40;
/** Serialisation failure and deadlock: PostgreSQL asks to run the whole transaction again. */
const isRetryable = (thrown: unknown): boolean => ['40001', '40P01'].includes(sqlstateOf(thrown) ?? '');

function transactionOn(runner: QueryRunner, deadline: Deadline | undefined): Transaction {
  return {
    manager: runner.manager,
    query: async <Row extends object>(text: string, parameters: readonly unknown[] = []) => {
      refuseLate(deadline);
      try {
        return (await runner.query(text, [...parameters], true)).records as readonly Row[];
      } catch (thrown) {
        throw fromDatabase(thrown);
      }
    },
  };
}

/** The connection that a runner works on; the ORM declares it as anything. */
async function connectionOf(runner: QueryRunner): Promise<object> {
  return (await runner.connect()) as object;
}

async function rollBack(runner: QueryRunner): Promise<void> {
  // On a lost connection there is nothing left to roll back, and the first error is the one to tell.
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}

async function atTheDatabase<Result>(step: Promise<Result>): Promise<Result> {
  return step.catch((thrown: unknown) => {
    throw fromDatabase(thrown);
  });
}

async function attempt<Result>(
  dataSource: DataSource,
  work: (transaction: Transaction) => Promise<Result>,
  options: TransactionOptions,
): Promise<Result> {
  const deadline = currentDeadline();
  const runner = dataSource.createQueryRunner();
  try {
    const begin = async (): Promise<Result> => {
      await atTheDatabase(runner.startTransaction(options.isolation ?? 'READ COMMITTED'));
      return work(transactionOn(runner, deadline));
    };
    const connection = await atTheDatabase(connectionOf(runner));
    const result = deadline ? await cutOffBy(deadline, { connection, url: addressUrlOf(dataSource) }, begin) : await begin();
    // What is too late is rolled back; a commit that has begun is let end.
    refuseLate(deadline);
    await atTheDatabase(runner.commitTransaction());
    return result;
  } catch (thrown) {
    await rollBack(runner);
    throw fromOrm(thrown);
  } finally {
    await runner.release();
  }
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws, and what it threw is thrown on.
 * A deadlock or serialisation failure runs the whole of it again, three times at most, then throws `CONFLICT`:
 * so `work` must do nothing but database work. When the connection is lost during COMMIT (`UNAVAILABLE`) nobody knows
 * whether it took effect; callers that try again need an idempotency key.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (transaction: Transaction) => Promise<Result>,
  options: TransactionOptions = {},
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
  return (work) => inTransaction(dataSource, work);
}
