import { socketLimits } from '../limits/limit-table.js';
import { OpenOfPrincipals } from '../limits/open-of-principals.js';
import type { SocketClient } from './client.js';

const tryAgainLater = 1013;

/** Counts the open sockets of each principal. */
export class SocketsOfPrincipals {
  readonly #open = new OpenOfPrincipals(socketLimits.ofPrincipal);

  /** Counts an admitted client as one of its principal's until its socket closes; one too many is closed (1013) and answers `false`. */
  admit({ extra: { socket, principal } }: SocketClient): boolean {
    const give = this.#open.take(principal!);
    if (give === null) socket.close(tryAgainLater, `at most ${socketLimits.ofPrincipal} sockets of one principal`);
    else socket.once('close', give);
    return give !== null;
  }
}
