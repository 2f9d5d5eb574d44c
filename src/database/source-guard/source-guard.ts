import { AsyncLocalStorage } from 'node:async_hooks';

import { bulkhead, type BulkheadPolicy, ExponentialBackoff, handleWhen, isBulkheadRejectedError, retry } from 'cockatiel';

import type { BreakerStanding } from '../../kernel/breaker.js';
import type { Clock } from '../../kernel/clock.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import { currentDeadline } from '../current-deadline.js';
import { refuseLate } from '../cut-off.js';
import { isFailure, isLost, SourceAway, tooManyWait, TooSlow } from './away.js';
import { Circuit } from './circuit.js';
import { withinTime } from './within-time.js';

/** The database of a source, and how long callers wait for it. */
export interface GuardedSource {
  readonly database: { readonly sql: Sql; readonly transaction: InTransaction };
  readonly clock: Clock;
  /** The longest that an answer of it may hold a request, milliseconds. */
  readonly timeoutMs: number;
}

/** Fewer than the connections of a front database, so that the follower of its feed always finds one. */
const concurrent = 3;
/** How many may wait for their turn; the time that they wait counts as the source's. */
const waitingRoom = 60;
/** A read goes again at most so often, and only where its connection was lost. */
const attemptsMore = 2;
/** How much longer the follower waits for its look than a caller for an answer. */
const patience = 5;

/**
 * Stands between callers and one office's front database, so that an office that is dead, slow or flapping holds up nobody: time-out,
 * bounded concurrency, another attempt for reads whose connection was lost, and a circuit breaker. What it throws because the source is away
 * is `UNAVAILABLE` with `since` in its details.
 */
export class SourceGuard {
  readonly #source: GuardedSource;
  readonly #circuit: Circuit;
  readonly #places: BulkheadPolicy = bulkhead(concurrent, waitingRoom);
  readonly #closedListeners = new Set<() => void>();
  #looksFail = false;

  constructor(source: GuardedSource) {
    this.#source = source;
    this.#circuit = new Circuit(source.clock, () => {
      for (const listener of this.#closedListeners) listener();
    });
  }

  /** For statements that only read: one whose connection was lost is sent again. */
  readonly reads: Sql = { query: (text, parameters) => this.#told(this.#again(() => this.#source.database.sql.query(text, parameters))) };

  /** For statements of callers that may write, each sent once. */
  readonly sql: Sql = { query: (text, parameters) => this.#told(this.#once(() => this.#source.database.sql.query(text, parameters))) };

  /** For transactions of callers. */
  readonly transaction: InTransaction = (work) => this.#told(this.#once(() => this.#source.database.transaction(work)));

  /**
   * For the follower's looks at the feed. They are never refused, since they are how the source is found again: after looks that failed, the
   * first that is answered as fast as callers need it closes the breaker.
   */
  readonly looks: Sql = { query: (text, parameters) => this.#told(this.#look(() => this.#source.database.sql.query(text, parameters))) };

  get standing(): BreakerStanding {
    return this.#circuit.standing;
  }

  /** Since when whatever is asked of the source fails; null where the last was answered. */
  get failingSince(): Date | null {
    return this.#circuit.failingSince;
  }

  /** Tells `listener` whenever the breaker closes after it was open. */
  whenClosed(listener: () => void): void {
    this.#closedListeners.add(listener);
  }

  async #again<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    const policy = retry(
      handleWhen((thrown) => isLost(thrown) && this.standing.state === 'CLOSED'),
      { maxAttempts: attemptsMore, backoff: new ExponentialBackoff({ initialDelay: 25, maxDelay: 250 }) },
    );
    return policy.execute(() => this.#once(work, this.#source.timeoutMs - (performance.now() - begun)));
  }

  async #once<Result>(work: () => Promise<Result>, withinMs = this.#source.timeoutMs): Promise<Result> {
    return this.#circuit.run(() => withinTime(withinMs, () => this.#inPlace(work)));
  }

  /** A place is kept until the work has really ended, and with it the connection. */
  async #inPlace<Result>(work: () => Promise<Result>): Promise<Result> {
    // Bound, since the library lets whoever leaves begin the work of the next, under the deadline of the one who left.
    const bound = AsyncLocalStorage.bind(async () => {
      refuseLate(currentDeadline());
      return work();
    });
    return this.#places.execute(bound).catch((thrown: unknown) => {
      throw isBulkheadRejectedError(thrown) ? tooManyWait() : thrown;
    });
  }

  async #look<Result>(work: () => Promise<Result>): Promise<Result> {
    const { timeoutMs } = this.#source;
    const begun = performance.now();
    try {
      const result = await withinTime(timeoutMs * patience, work);
      this.#looked(performance.now() - begun);
      return result;
    } catch (thrown) {
      if (isFailure(thrown)) this.#lookFailed(thrown as Error);
      throw thrown;
    }
  }

  #looked(tookMs: number): void {
    if (tookMs > this.#source.timeoutMs) return this.#lookFailed(new TooSlow(this.#source.timeoutMs));
    if (this.#looksFail) this.#circuit.close();
    this.#looksFail = false;
  }

  #lookFailed(failure: Error): void {
    this.#looksFail = true;
    this.#circuit.noteFailure(failure);
  }

  /** Says since when the source is away, where that is what went wrong. */
  async #told<Result>(asked: Promise<Result>): Promise<Result> {
    return asked.catch((thrown: unknown) => {
      if (!isFailure(thrown) || thrown instanceof SourceAway) throw thrown;
      throw new SourceAway(this.#circuit.failingSince ?? this.#source.clock.now(), thrown);
    });
  }
}
