import type { Answer, Sink } from '../../features/live/index.js';
import type { SocketFlow } from './socket-flow.js';

const closing = Buffer.from('}');

/** Writes the answers of one subscription to its socket, as `next` messages of `graphql-transport-ws` around bytes that are made once for all. */
export class SocketSink implements Sink {
  readonly #flow: SocketFlow;
  readonly #mayRead: () => boolean;
  readonly #opening: Buffer;

  /** `mayRead` is asked before each message, and has closed the socket where it answers `false`. */
  constructor(flow: SocketFlow, id: string, mayRead: () => boolean) {
    this.#flow = flow;
    this.#mayRead = mayRead;
    this.#opening = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  }

  get hasRoom(): boolean {
    return this.#flow.hasRoom;
  }

  write({ payload }: Answer): void {
    if (this.#mayRead()) this.#flow.send(Buffer.concat([this.#opening, payload, closing]));
  }

  whenRoom(call: () => void): void {
    this.#flow.whenRoom(call);
  }
}
