import type { Sql } from '../../../src/kernel/sql.js';
import type { Interference } from './intake-city.js';

/** Breaks every database off after some statements, as a killed process would: nothing gets through any more. */
export class BreakingOff {
  #statements = 0;

  /** `after` statements still get through. */
  constructor(private readonly after: number) {}

  /** Statements that were tried. */
  get statements(): number {
    return this.#statements;
  }

  readonly interference: Interference = (database) => ({
    sql: this.#watched(database.sql),
    transaction: (work) =>
      database.transaction(async (sql) => {
        const result = await work(this.#watched(sql));
        // The commit is a statement too.
        this.#pass();
        return result;
      }),
  });

  #watched(sql: Sql): Sql {
    return {
      query: (text, parameters) => {
        this.#pass();
        return sql.query(text, parameters);
      },
    };
  }

  #pass(): void {
    this.#statements += 1;
    if (this.#statements > this.after) throw new Error('broken off by the test');
  }
}
