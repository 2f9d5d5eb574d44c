import { createClient, NetworkError } from 'graphql-sse';

import type { AnswerError, Carrier, StreamEar, StreamEnd, StreamRequest } from './carrier.js';
import { addressOf, authorizationOf, type ConnectionOptions } from './connection.js';
import { endByBreak, endByStatus } from './judge-end.js';

/** A response as the protocol's library reads it. */
interface ReadResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly body: AsyncIterable<Uint8Array> | null;
  json(): Promise<unknown>;
}

/** Carries each stream as server-sent events on a connection of its own; the cursor goes as `Last-Event-ID`. It never connects again by itself. */
export class EventStreamCarrier implements Carrier {
  readonly #options: ConnectionOptions;
  readonly #open = new Set<() => void>();

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  open({ variables, ...rest }: StreamRequest, ear: StreamEar): () => void {
    const { after, ...others } = variables;
    let isOver = false;
    const end = (how: StreamEnd): void => {
      if (isOver) return;
      stop();
      ear.ended(how);
    };
    const client = createClient({
      url: () => addressOf(this.#options, '/events'),
      headers: async () => ({ ...(await headersOf(this.#options)), ...(typeof after === 'string' ? { 'last-event-id': after } : {}) }),
      fetchFn: fetchOf(this.#options, () => end(endByBreak(new Error('The connection broke.')))),
      retryAttempts: 0,
    });
    const stop = (): void => {
      isOver = true;
      this.#open.delete(stop);
      client.dispose();
    };
    this.#open.add(stop);
    client.subscribe<Record<string, unknown>, unknown>(
      { ...rest, variables: others },
      {
        next: (answer) => {
          if (!isOver) ear.answer(answer);
        },
        error: (thrown) => void endOf(thrown).then(end),
        complete: () => end({ verdict: 'RESUME', code: 'COMPLETED', message: 'The server ended the stream.' }),
      },
    );
    return stop;
  }

  /** Each stream is a connection, and goes with it. */
  abandon(): void {}

  close(): void {
    for (const stop of [...this.#open]) stop();
  }
}

async function headersOf(options: ConnectionOptions): Promise<Record<string, string>> {
  const { purpose } = options;
  return { ...(await authorizationOf(options)), ...(purpose === undefined ? {} : { 'x-purpose': encodeURIComponent(purpose) }) };
}

/** Fetches, and tells when a body has ended: the library waits for ever where one ends in the moment in which it reads. */
function fetchOf(options: ConnectionOptions, ended: () => void) {
  return async (...asked: Parameters<typeof fetch>): Promise<ReadResponse> => {
    const response = await (options.fetch ?? fetch)(...asked);
    const { ok, status, statusText, body } = response;
    return { ok, status, statusText, body: body && chunksOf(body, ended), json: () => response.json() };
  };
}

async function* chunksOf(body: NonNullable<Response['body']>, ended: () => void): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader.read()) as { readonly done: boolean; readonly value?: Uint8Array };
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    // What the last piece told is heard first.
    setTimeout(ended, 0);
  }
}

async function endOf(thrown: unknown): Promise<StreamEnd> {
  const response = thrown instanceof NetworkError ? (thrown.response as ReadResponse | undefined) : undefined;
  return response === undefined ? endByBreak(thrown) : endByStatus(response.status, await errorsOf(response));
}

async function errorsOf(response: ReadResponse): Promise<readonly AnswerError[]> {
  try {
    const { errors } = (await response.json()) as { readonly errors?: unknown };
    return Array.isArray(errors) ? (errors as readonly AnswerError[]) : [];
  } catch {
    return [];
  }
}
