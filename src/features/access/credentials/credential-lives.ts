import type { Clock } from '../../../kernel/clock.js';
import type { Principal } from '../../../kernel/principal.js';
import type { CredentialWatch } from '../ports.js';

/** Timers of Node hold no more than this; a longer wait is taken in steps. */
const longestTimerMs = 2 ** 31 - 1;

/** Tells when credentials end by their own time of expiry. */
export class CredentialLives implements CredentialWatch {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  isGood({ credential: { expiresAt } }: Principal): boolean {
    return expiresAt === null || this.#clock.now() < expiresAt;
  }

  whenEnded(principal: Principal, ended: () => void): () => void {
    const { expiresAt } = principal.credential;
    if (expiresAt === null) return () => undefined;
    let timer: NodeJS.Timeout;
    const look = (): void => {
      if (!this.isGood(principal)) return ended();
      const leftMs = expiresAt.getTime() - this.#clock.now().getTime();
      timer = setTimeout(look, Math.min(leftMs, longestTimerMs));
      // A socket keeps the process, not the wait for its end.
      timer.unref();
    };
    look();
    return () => clearTimeout(timer);
  }
}
