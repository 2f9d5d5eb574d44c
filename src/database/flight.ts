import { type Connection, Query, type QueryConfig, type QueryResult, type Submittable } from 'pg';

import { connectionTypes } from './connection-settings.js';
import { preparedName } from './prepared.js';

/** One statement on its way, and who waits for its answer. */
export interface FlyingStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Called with the error or with the answer; only the first call counts. */
  readonly settled: (error: Error | null, answer?: QueryResult) => void;
}

/** What the driver's types leave out: how it reads the answers to one statement. */
interface DriverQuery {
  readonly name?: string;
  readonly text: string;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleCopyInResponse(connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}

/** What the driver's types leave out of a connection: the socket, and the named statements whose parsing was asked for. */
interface Wire {
  readonly stream: { readonly writable: boolean; write(bytes: Uint8Array): boolean };
  readonly submittedNamedStatements: Record<string, string>;
  sync(): void;
}

/**
 * Statements that go to the server together with one Sync behind them: one way there and back for all, as in a pipeline of libpq. They run
 * in their order; where one fails, those behind it are not run and fail likewise. Only within transactions.
 */
export class Flight implements Submittable {
  readonly texts: readonly string[];
  readonly #queries: readonly DriverQuery[];
  readonly #landed: () => void;
  #at = 0;
  #refusal: Error | null = null;

  /** `landed` is called when all have been answered, or never will be. */
  constructor(statements: readonly FlyingStatement[], landed: () => void) {
    this.texts = statements.map(({ text }) => text);
    this.#queries = statements.map((statement) => this.#queryOf(statement));
    this.#landed = landed;
  }

  /** Name of the statement in hand: by it the driver keeps book of what a connection has parsed. */
  get name(): string | undefined {
    return this.#queries[this.#at]?.name;
  }

  /** Text of the statement in hand. */
  get text(): string | undefined {
    return this.#queries[this.#at]?.text;
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    const parts: Uint8Array[] = [];
    const collecting = collectingOn(wire, parts);
    for (const query of this.#queries) this.#refusal ??= query.submit(collecting as unknown as Connection);
    if (this.#refusal !== null) {
      parts.length = 0;
      this.#fail(this.#refusal, connection);
    }
    wire.sync.call(collecting);
    if (wire.stream.writable) wire.stream.write(Buffer.concat(parts));
  }

  handleRowDescription(message: unknown): void {
    this.#queries[this.#at]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#queries[this.#at]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#queries[this.#at]?.handleCommandComplete(message, connection);
    this.#next(connection);
  }

  handleEmptyQuery(connection: Connection): void {
    this.#next(connection);
  }

  handleCopyInResponse(connection: Connection): void {
    this.#queries[this.#at]?.handleCopyInResponse(connection);
  }

  handleError(error: Error, connection: Connection): void {
    this.#fail(error, connection);
    // The driver forgets who failed before it hears that the server is ready.
    this.#landed();
  }

  handleReadyForQuery(): void {
    this.#landed();
  }

  #next(connection: Connection): void {
    const done = this.#queries[this.#at];
    this.#at += 1;
    done?.handleReadyForQuery(connection);
  }

  #fail(error: Error, connection: Connection): void {
    const failed = this.#queries.slice(this.#at);
    this.#at = this.#queries.length;
    const { submittedNamedStatements } = connection as unknown as Wire;
    for (const query of failed) {
      // What stands behind a failure was never parsed, so the next one who needs it has to ask for that again.
      if (query.name !== undefined) delete submittedNamedStatements[query.name];
      query.handleError(error, connection);
    }
  }

  #queryOf({ text, values, settled }: FlyingStatement): DriverQuery {
    const callback = (error: Error | null, answer?: QueryResult): void => {
      this.#refusal ??= error;
      settled(error, answer);
    };
    const name = preparedName(text);
    const config = {
      text,
      values: [...values],
      queryMode: 'extended',
      types: connectionTypes,
      callback,
      ...(name === undefined ? {} : { name }),
    };
    return new Query(config as QueryConfig) as unknown as DriverQuery;
  }
}

/** A view of a connection that keeps what is written, and on which a statement's own Sync is left out. */
function collectingOn(wire: Wire, parts: Uint8Array[]): object {
  const stream = { writable: true, write: (bytes: Uint8Array) => parts.push(bytes) > 0 };
  return Object.create(wire, { stream: { value: stream }, sync: { value: () => undefined } }) as object;
}
