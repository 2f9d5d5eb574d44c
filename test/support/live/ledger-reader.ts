import { once } from 'node:events';

import WebSocket from 'ws';

import { eventually } from '../eventlog/eventually.js';

/** A change that a reader was told of. */
export interface Told {
  readonly position: number;
  readonly eventId: string;
  readonly cursor: string;
}

/** A gap that a reader was told of. */
export interface ToldGap {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** How a socket ended. */
export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** What a reader asks, and as whom. */
export interface LedgerWish {
  readonly token?: string;
  /** What it reads for. */
  readonly purpose?: string;
  /** A subscription of `matterEvents` that takes `$after` and asks for what {@link changes} does; that when left out. */
  readonly query?: string;
  /** How many equal subscriptions run on its socket; 1 when left out. */
  readonly subscriptions?: number;
}

const marks = '... on Heartbeat { cursor } ... on StreamGap { from to reason }';

/** A subscription of all changes of matters; `more` is asked of each change besides. */
export const changes = (more = ''): string =>
  `subscription Ledger($after: Cursor) { matterEvents(after: $after) { __typename ... on MatterEvent { cursor position eventId ${more} } ${marks} } }`;

type Delivery =
  | ({ readonly __typename: 'MatterEvent' } & Told)
  | { readonly __typename: 'Heartbeat'; readonly cursor: string }
  | ({ readonly __typename: 'StreamGap' } & ToldGap);

/** What comes over the socket, as `graphql-transport-ws` has it. */
interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { readonly data?: { readonly matterEvents: Delivery } | null; readonly errors?: readonly object[] };
}

/** A reader over a bare socket that keeps the books: what each of its subscriptions was told, in order, over however many sockets. */
export class LedgerReader {
  readonly told: Told[] = [];
  readonly gaps: ToldGap[] = [];
  /** Answers that its subscriptions have taken together, heartbeats left out. */
  taken = 0;
  /** Heartbeats of its first subscription. */
  beats = 0;
  /** How many of its subscriptions have been answered anything on the present socket. */
  readonly #opened = new Set<string>();
  /** Errors that were answered instead of data. */
  readonly errors: object[] = [];
  /** Where it goes on: the cursor of the last delivery, heartbeats included. */
  cursor: string | null = null;
  end: SocketEnd | null = null;
  #socket: WebSocket | null = null;
  readonly #wish: LedgerWish;

  constructor(wish: LedgerWish = {}) {
    this.#wish = wish;
  }

  /** Positions of the changes that it was told of, in the order in which they came. */
  get positions(): readonly number[] {
    return this.told.map(({ position }) => position);
  }

  /** Subscribes at a platform, after what it has; resolves when every subscription is answered. */
  async follow(url: string): Promise<void> {
    const { subscriptions = 1 } = this.#wish;
    await this.connect(url);
    this.subscribe();
    await eventually('each subscription is answered', () => this.#opened.size === subscriptions || this.end !== null);
  }

  /** Opens a socket that is let in. */
  async connect(url: string): Promise<void> {
    const { token, purpose } = this.#wish;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
    this.#socket = socket;
    this.end = null;
    this.#opened.clear();
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      if (this.#socket === socket) this.end = { code, reason: reason.toString() };
    });
    await Promise.race([once(socket, 'open'), once(socket, 'close')]);
    const let_in = once(socket, 'message');
    socket.send(
      JSON.stringify({
        type: 'connection_init',
        payload: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(purpose ? { purpose } : {}) },
      }),
    );
    await Promise.race([let_in, once(socket, 'close')]);
    socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString()) as Message));
  }

  /** Asks for all its subscriptions on the socket that is open. */
  subscribe(): void {
    const { query = changes(), subscriptions = 1 } = this.#wish;
    const payload = { query, variables: { after: this.cursor } };
    for (let nth = 0; nth < subscriptions; nth += 1) this.#socket!.send(JSON.stringify({ type: 'subscribe', id: String(nth), payload }));
  }

  /** Reads no more of what arrives. */
  pause(): void {
    this.#socket!.pause();
  }

  goOn(): void {
    this.#socket!.resume();
  }

  /** Cuts its socket off, as a broken network would. */
  drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.terminate();
  }

  #take({ type, id, payload }: Message): void {
    if (type === 'error') this.errors.push(...(payload as unknown as readonly object[]));
    if (type !== 'next') return;
    this.#opened.add(id!);
    if (payload!.errors) this.errors.push(...payload!.errors);
    const delivery = payload!.data?.matterEvents;
    if (!delivery) return;
    if (delivery.__typename !== 'Heartbeat') this.taken += 1;
    if (id === '0') this.#note(delivery);
  }

  #note(delivery: Delivery): void {
    this.cursor = delivery.__typename === 'StreamGap' ? delivery.to : delivery.cursor;
    if (delivery.__typename === 'Heartbeat') this.beats += 1;
    else if (delivery.__typename === 'StreamGap') this.gaps.push(delivery);
    else this.told.push({ position: delivery.position, eventId: delivery.eventId, cursor: delivery.cursor });
  }
}
