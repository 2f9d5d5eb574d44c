/**
 * A way to ask one database: the pool itself, or one transaction of it.
 * Ports take it so that one transaction can pass through several features; only `storage/` rooms write statements for it.
 */
export interface Sql {
  /** Runs one statement with `$1…` parameters and answers its rows. Throws `CityError` with the SQLSTATE's meaning. */
  query<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}

/**
 * Runs `work` in one transaction: all of it is kept, or nothing when it throws. What `closing` writes, knowing the result, goes to the server
 * together with the commit: it asks for all of its statements at once and waits for none before it asks for another.
 */
export type InTransaction = <Result>(
  work: (sql: Sql) => Promise<Result>,
  closing?: (sql: Sql, result: Result) => Promise<void>,
) => Promise<Result>;
