import type { PoolClient, QueryResult } from 'pg';

import { Flight, type FlyingStatement } from './flight.js';
import { preparedName } from './prepared.js';

/**
 * Sends the statements of one transaction: what is asked for at once, or while others are on their way, flies together
 * save what goes as a simple query. Once one has failed
 * nothing more is sent, as the server would refuse it.
 */
export class TransactionFlights {
  readonly #client: PoolClient;
  #waiting: FlyingStatement[] = [];
  #isAway = false;
  #failure: Error | null = null;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** Sends a statement; rejects with what the driver says. */
  ask(text: string, values: readonly unknown[]): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      const settled: FlyingStatement['settled'] = (error, answer) => {
        this.#failure ??= error;
        if (error) reject(error);
        else resolve(answer!);
      };
      this.#waiting.push({ text, values, settled });
      if (this.#isAway) return;
      this.#isAway = true;
      // Not at once: whoever else asks before the work has to wait for something flies along.
      process.nextTick(() => this.#depart());
    });
  }

  /** Lets nothing further be sent; what waits is refused with `reason`. */
  end(reason: Error): void {
    this.#failure ??= reason;
    this.#refuseWaiting(this.#failure);
  }

  #depart(): void {
    if (this.#failure) this.#refuseWaiting(this.#failure);
    const goesAlone = this.#waiting.findIndex(isPlain);
    const statements = this.#waiting.splice(0, goesAlone < 0 ? Infinity : Math.max(goesAlone, 1));
    this.#isAway = statements.length > 0;
    if (goesAlone === 0) this.#sendAlone(statements[0]!);
    else if (this.#isAway)
      this.#client.query(
        new Flight(
          statements,
          once(() => this.#depart()),
        ),
      );
  }

  #sendAlone({ text, settled }: FlyingStatement): void {
    this.#client
      .query(text)
      .then(
        (answer) => settled(null, answer),
        (thrown: Error) => settled(thrown),
      )
      .finally(() => this.#depart());
  }

  #refuseWaiting(failure: Error): void {
    for (const { settled } of this.#waiting.splice(0)) settled(failure);
  }
}

/** Without parameters and not prepared: it may be several statements in one text, which only a simple query may hold. */
function isPlain({ text, values }: FlyingStatement): boolean {
  return values.length === 0 && preparedName(text) === undefined;
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
