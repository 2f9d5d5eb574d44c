import { type Client, createClient } from 'graphql-ws';

import type { AnswerError, Carrier, StreamEar, StreamEnd, StreamRequest } from './carrier.js';
import { addressOf, authorizationOf, type ConnectionOptions } from './connection.js';
import { endByBreak, endByClosing, endByErrors } from './judge-end.js';

/** How long the platform may take to let a socket in, milliseconds. */
const admissionMs = 10_000;

/** Carries all streams of a client over one socket. It never connects again by itself: its user does, for both carriers alike. */
export class WebSocketCarrier implements Carrier {
  readonly #options: ConnectionOptions;
  readonly #client: Client;
  #url = '';

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { webSocketImpl, purpose } = options;
    this.#client = createClient({
      url: () => this.#url,
      connectionParams: async () => ({ ...(await authorizationOf(options)), ...(purpose === undefined ? {} : { purpose }) }),
      connectionAckWaitTimeout: admissionMs,
      retryAttempts: 0,
      ...(webSocketImpl === undefined ? {} : { webSocketImpl: withEarForErrors(webSocketImpl as SocketClass) }),
    });
  }

  open(request: StreamRequest, ear: StreamEar): () => void {
    let isOver = false;
    let leave = (): void => undefined;
    const end = (how: StreamEnd): void => {
      if (isOver) return;
      isOver = true;
      ear.ended(how);
    };
    const begin = (url: string): void => {
      if (isOver) return;
      this.#url = url.replace(/^http/, 'ws');
      leave = this.#client.subscribe<Readonly<Record<string, unknown>>>(request, {
        next: (answer) => {
          if (!isOver) ear.answer(answer);
        },
        error: (thrown) => end(endOf(thrown)),
        complete: () => end({ verdict: 'RESUME', code: 'COMPLETED', message: 'The server ended the stream.' }),
      });
    };
    addressOf(this.#options, '/graphql').then(begin, (thrown: unknown) => end(endByBreak(thrown)));
    return () => {
      if (isOver) return;
      isOver = true;
      leave();
    };
  }

  abandon(): void {
    this.#client.terminate();
  }

  close(): void {
    // A connection that never comes about has nothing to be closed.
    void Promise.resolve(this.#client.dispose()).catch(() => undefined);
  }
}

function endOf(thrown: unknown): StreamEnd {
  if (Array.isArray(thrown)) return endByErrors(thrown as readonly AnswerError[]);
  const { code, reason } = thrown as { readonly code?: unknown; readonly reason?: unknown };
  return typeof code === 'number' ? endByClosing(code, typeof reason === 'string' ? reason : '') : endByBreak(thrown);
}

type SocketClass = new (url: string, protocols?: string | string[]) => { addEventListener(kind: 'error', ear: () => void): void };

/** A class of sockets that never lack a listener for errors: the library takes its own away when a connection is given up, and `ws` would end the process. */
function withEarForErrors(plain: SocketClass): SocketClass {
  return class extends plain {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('error', () => undefined);
    }
  };
}
