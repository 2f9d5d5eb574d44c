import type { CircuitBreakerPolicy } from 'cockatiel';
import { circuitBreaker, CircuitState, CountBreaker, DelegateBackoff, handleWhen } from 'cockatiel';

import type { BreakerStanding, BreakerState } from '../../kernel/breaker.js';
import type { Clock } from '../../kernel/clock.js';
import { isFailure, isGivenUp, sinceOf, SourceAway } from './away.js';

/** Opens where more than half of so many reads failed or were too slow, and no sooner than after the least of them. */
const judged = { threshold: 0.5, size: 10, minimumNumberOfCalls: 5 };
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** The library counts pauses by the clock of the day, which somebody may set back by an hour: pauses are kept here, and it never adds one. */
const atOnce = Number.NEGATIVE_INFINITY;

const closed: BreakerStanding = { state: 'CLOSED', since: null, nextTryAt: null };
const names: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'CLOSED',
  [CircuitState.Open]: 'OPEN',
  [CircuitState.HalfOpen]: 'HALF_OPEN',
  [CircuitState.Isolated]: 'OPEN',
};

/**
 * The circuit breaker of one source. While it is open nobody waits for the source; then one read finds out whether it is back, and all
 * others go on being refused meanwhile. The pauses between such reads double, up to half a minute.
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #onClosed: () => void;
  #policy: CircuitBreakerPolicy;
  #broken: { readonly since: Date; readonly nextTryAt: Date } | null = null;
  #failingSince: Date | null = null;
  /** By the clock that nobody sets. */
  #restsUntil = 0;

  /** `onClosed` hears each time when it closes after it was open. */
  constructor(clock: Clock, onClosed: () => void) {
    this.#clock = clock;
    this.#onClosed = onClosed;
    this.#policy = this.#made();
  }

  get standing(): BreakerStanding {
    return this.#broken === null ? closed : { state: names[this.#policy.state], ...this.#broken };
  }

  /** Since when all of it failed; null where the last of it went well. */
  get failingSince(): Date | null {
    return this.#failingSince;
  }

  /** Does work at the source and counts how it ended. Throws `UNAVAILABLE` with `since` where the source is not to be asked now, and what the work throws. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isResting()) throw new SourceAway(this.#since());
    try {
      const result = await this.#policy.execute(work);
      this.#failingSince = null;
      return result;
    } catch (thrown) {
      if (isFailure(thrown)) this.#failed(thrown);
      throw thrown;
    }
  }

  /** Counts a failure that was met elsewhere, by whoever asks the source whether it is closed or not. */
  noteFailure(failure: Error): void {
    this.#failed(failure);
    if (this.#policy.state === CircuitState.Closed) void this.#policy.execute(() => Promise.reject(failure)).catch(() => undefined);
  }

  /** Closes it: somebody else found that the source is back. */
  close(): void {
    this.#failingSince = null;
    if (this.#broken === null) return;
    this.#policy = this.#made();
    this.#closed();
  }

  /** Open and not yet to be tried, or tried by somebody else this moment: that one finds out for all. */
  #isResting(): boolean {
    const { state } = this.#policy;
    return state === CircuitState.HalfOpen || (state === CircuitState.Open && performance.now() < this.#restsUntil);
  }

  #failed(thrown: unknown): void {
    this.#failingSince ??= sinceOf(thrown) ?? this.#clock.now();
  }

  #since(): Date {
    return this.#failingSince ?? this.#broken?.since ?? this.#clock.now();
  }

  #closed(): void {
    this.#broken = null;
    this.#onClosed();
  }

  #made(): CircuitBreakerPolicy {
    // Given up for another reason, a read that was to find out has found nothing.
    const counted = handleWhen((thrown) => isFailure(thrown) || (policy.state === CircuitState.HalfOpen && isGivenUp(thrown)));
    const policy: CircuitBreakerPolicy = circuitBreaker(counted, {
      breaker: new CountBreaker(judged),
      halfOpenAfter: new DelegateBackoff(({ attempt }) => {
        this.#opened(pauseAfter(attempt));
        return atOnce;
      }),
    });
    policy.onReset(() => {
      if (policy === this.#policy) this.#closed();
    });
    return policy;
  }

  #opened(pauseMs: number): void {
    const now = this.#clock.now();
    this.#restsUntil = performance.now() + pauseMs;
    this.#broken = { since: this.#broken?.since ?? now, nextTryAt: new Date(now.getTime() + pauseMs) };
  }
}

/** Half of the pause is left to chance, so that many processes do not come back all at once. */
function pauseAfter(attempt: number): number {
  return Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
}
