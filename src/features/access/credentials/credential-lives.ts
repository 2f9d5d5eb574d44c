import type { Clock } from '../../../kernel/clock.js';
import type { Principal } from '../../../kernel/principal.js';
import type { CredentialWatch } from '../ports.js';
import type { HeldKeys } from './held-keys.js';

/** Timers of Node hold no more than this; a longer wait is taken in steps. */
const longestTimerMs = 2 ** 31 - 1;

/** Tells when credentials end: by their own time of expiry, and keys when they are revoked. */
export class CredentialLives implements CredentialWatch {
  readonly #keys: Pick<HeldKeys, 'counts' | 'whenGone'>;
  readonly #clock: Clock;

  constructor(keys: Pick<HeldKeys, 'counts' | 'whenGone'>, clock: Clock) {
    this.#keys = keys;
    this.#clock = clock;
  }

  isGood({ credential: { kind, id, expiresAt } }: Principal): boolean {
    if (expiresAt !== null && this.#clock.now() >= expiresAt) return false;
    return kind !== 'KEY' || this.#keys.counts(id);
  }

  whenEnded(principal: Principal, ended: () => void): () => void {
    const { kind, id } = principal.credential;
    let timer: NodeJS.Timeout | undefined;
    let unwatch: (() => void) | undefined;
    const stop = (): void => {
      clearTimeout(timer);
      unwatch?.();
    };
    const look = (): void => {
      if (this.isGood(principal)) {
        timer = this.#nextLook(principal, look);
        return;
      }
      stop();
      ended();
    };
    if (kind === 'KEY') unwatch = this.#keys.whenGone(id, look);
    look();
    return stop;
  }

  /** A timer to the time of expiry; none where a credential has none. */
  #nextLook({ credential: { expiresAt } }: Principal, look: () => void): NodeJS.Timeout | undefined {
    if (expiresAt === null) return undefined;
    const leftMs = expiresAt.getTime() - this.#clock.now().getTime();
    // A socket keeps the process, not the wait for its end.
    return setTimeout(look, Math.min(leftMs, longestTimerMs)).unref();
  }
}
