import { socketLimits } from '../limits/limit-table.js';
import type { SocketClient } from './client.js';

const normalClosure = 1000;
const roundMs = 30_000;

/** Closes sockets on which nothing has run for a while; clients open another when they subscribe again. */
export class IdleSockets {
  /** Since when each client has had no subscription; null while it has one. */
  readonly #idleSince = new Map<SocketClient, number | null>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => {
      this.round(Date.now());
    }, roundMs);
    this.#timer.unref();
  }

  /** Watches a client until its socket closes. */
  watch(client: SocketClient): void {
    this.#idleSince.set(client, Date.now());
    client.extra.socket.once('close', () => this.#idleSince.delete(client));
  }

  /** Looks at every client as of an instant (milliseconds) and closes those that have been idle for too long. */
  round(now: number): void {
    for (const [client, since] of this.#idleSince) {
      const isBusy = Object.keys(client.subscriptions).length > 0;
      if (isBusy) this.#idleSince.set(client, null);
      else if (since === null) this.#idleSince.set(client, now);
      else if (now - since >= socketLimits.idleMs) client.extra.socket.close(normalClosure, 'idle');
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#idleSince.clear();
  }
}
