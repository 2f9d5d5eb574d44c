import { accountOf } from '../../kernel/principal.js';
import { socketLimits } from '../limits/limit-table.js';
import type { SocketClient } from './client.js';

const tryAgainLater = 1013;

/** Counts the open sockets of each principal. */
export class SocketsOfPrincipals {
  readonly #open = new Map<string, number>();

  /** Counts an admitted client as one of its principal's until its socket closes; one too many is closed (1013) and answers `false`. */
  admit({ extra: { socket, principal } }: SocketClient): boolean {
    const name = accountOf(principal!);
    const before = this.#open.get(name) ?? 0;
    if (before >= socketLimits.ofPrincipal) {
      socket.close(tryAgainLater, `at most ${socketLimits.ofPrincipal} sockets of one principal`);
      return false;
    }
    this.#open.set(name, before + 1);
    socket.once('close', () => {
      const left = (this.#open.get(name) ?? 1) - 1;
      if (left === 0) this.#open.delete(name);
      else this.#open.set(name, left);
    });
    return true;
  }
}
