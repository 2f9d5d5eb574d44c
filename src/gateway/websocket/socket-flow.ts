import type { WebSocket } from 'ws';

/** While more than this waits in a socket, bytes, nothing is written to it. */
const fullBytes = 64 * 1024;
const asText = { binary: false, compress: false } as const;

/** Writes whole messages to a socket, and tells when it takes more: all that follow on one socket share its room. */
export class SocketFlow {
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get hasRoom(): boolean {
    return this.#socket.bufferedAmount < fullBytes;
  }

  /** Sends a text message, given in UTF-8. */
  send(message: Buffer): void {
    // Whoever waits for room waits for the last message that left none: a callback for each of the others would cost more than the message.
    if (this.#socket.bufferedAmount + message.length < fullBytes) this.#socket.send(message, asText);
    else this.#socket.send(message, asText, () => this.#tellRoom());
  }

  whenRoom(call: () => void): void {
    if (this.hasRoom) queueMicrotask(call);
    else this.#waiting.push(call);
  }

  #tellRoom(): void {
    if (!this.hasRoom && this.#socket.readyState === this.#socket.OPEN) return;
    for (const call of this.#waiting.splice(0)) call();
  }
}
