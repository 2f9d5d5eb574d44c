import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { GraphqlClient } from '../gateway/graphql-client.js';

const song = '{ city { code } allElementsGrids(first: 2) { nodes { code name } } }';
const live = 'subscription Canary { matterEvents { __typename } }';
const pauseMs = 20;

/** A well-behaved client: it asks a query that needs no database again and again, and holds a subscription. */
export class Canary {
  readonly #client: GraphqlClient;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #socket: Client;
  #faults: string[] = [];

  private constructor(base: string, token: string) {
    this.#client = new GraphqlClient(base);
    this.#headers = { authorization: `Bearer ${token}` };
    this.#socket = createClient({
      url: `${base.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      connectionParams: this.#headers,
    });
  }

  /** A canary whose query has been answered once and whose subscription has begun. */
  static async sing(base: string, token: string): Promise<Canary> {
    const canary = new Canary(base, token);
    await canary.#ask();
    await canary.#subscribe();
    canary.#throwFaults();
    return canary;
  }

  /** Sings while something is done, at least once, and fails where a song was not answered or the subscription ended. */
  async whileSinging<Result>(work: () => Promise<Result>): Promise<Result> {
    let done = false;
    const result = work().finally(() => {
      done = true;
    });
    do {
      await this.#ask();
      if (!done) await Promise.race([result.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, pauseMs))]);
    } while (!done);
    await this.#ask();
    this.#throwFaults();
    return result;
  }

  async stop(): Promise<void> {
    this.#faults = [];
    await this.#socket.dispose();
  }

  async #ask(): Promise<void> {
    const { status, errors, data } = await this.#client.ask(song, {}, this.#headers);
    if (status !== 200 || errors.length > 0 || data == null) this.#faults.push(`HTTP ${status}: ${JSON.stringify(errors)}`);
  }

  #subscribe(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.subscribe(
        { query: live },
        {
          next: ({ errors }) => {
            if (errors) this.#faults.push(JSON.stringify(errors));
            resolve();
          },
          error: (thrown) => {
            this.#faults.push(`the subscription failed: ${String(thrown)}`);
            reject(new Error('The canary could not subscribe.', { cause: thrown }));
          },
          complete: () => this.#faults.push('the subscription ended'),
        },
      );
    });
  }

  #throwFaults(): void {
    const faults = this.#faults;
    this.#faults = [];
    if (faults.length > 0) throw new Error(`The canary suffered: ${faults.slice(0, 3).join('; ')}`);
  }
}
