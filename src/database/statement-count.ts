import type { SentStatement, StatementObserver } from './observed-client.js';

/** Counts the statements that reach PostgreSQL, so that a test can state how many an operation costs. */
export interface StatementCount {
  /** Hand this to `openDatabase`; one count may watch several databases. */
  readonly observe: StatementObserver;
  /** Statements of one database by its name, or of all; BEGIN and COMMIT count. */
  total(database?: string): number;
  /** The statements in the order they were sent. */
  statements(database?: string): readonly SentStatement[];
  /** Begins again at zero. */
  reset(): void;
}

/** A count that stands at zero. */
export function countStatements(): StatementCount {
  const sent: SentStatement[] = [];
  const of = (database: string | undefined): readonly SentStatement[] =>
    database === undefined ? [...sent] : sent.filter((statement) => statement.database === database);
  return {
    observe: (statement) => {
      sent.push(statement);
    },
    total: (database) => of(database).length,
    statements: of,
    reset: () => {
      sent.length = 0;
    },
  };
}
