import WebSocket from 'ws';

import type { ReaderGroup, ReadersJob } from './question.js';
import { screenSubscription } from './question.js';

/** What is noted of all deliveries together. */
export interface Tally {
  deliveries: number;
  bytes: number;
  readonly latencies: number[];
}

const mostLatencies = 200_000;

/** One socket with one subscription, read with as little work as can be: what is measured shares its processors with it. */
export class ReaderSocket {
  /** The cursor and the place of the last delivery. */
  cursor: string | null = null;
  position = 0;
  readonly #job: ReadersJob;
  readonly #group: ReaderGroup;
  readonly #tally: Tally;
  #socket: WebSocket | null = null;

  constructor(job: ReadersJob, group: ReaderGroup, tally: Tally) {
    this.#job = job;
    this.#group = group;
    this.#tally = tally;
  }

  /** Opens the socket and goes on after the last delivery; resolves with the first message of the stream. */
  open(): Promise<void> {
    const { url, protocol } = this.#job;
    const address = `${url.replace('http', 'ws')}${protocol === 'bare' ? '' : '/graphql'}`;
    const socket = new WebSocket(address, protocol === 'bare' ? [] : ['graphql-transport-ws'], { perMessageDeflate: false });
    this.#socket = socket;
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => socket.send(this.#greeting()));
      socket.on('message', (message: Buffer) => {
        if (this.#take(message.toString('latin1'), socket)) resolve();
      });
    });
  }

  cut(): void {
    this.#socket?.removeAllListeners('message');
    this.#socket?.terminate();
  }

  #greeting(): string {
    const { token, where } = this.#group;
    if (this.#job.protocol === 'bare') return JSON.stringify(where);
    return JSON.stringify({ type: 'connection_init', payload: token === null ? {} : { authorization: `Bearer ${token}` } });
  }

  /** Whether the message belongs to the stream. */
  #take(text: string, socket: WebSocket): boolean {
    if (text.includes('"connection_ack"')) {
      const payload = {
        query: screenSubscription,
        variables: { where: this.#group.where, after: this.cursor },
      };
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
      return false;
    }
    if (text.includes('"type":"ping"')) socket.send('{"type":"pong"}');
    if (text.includes('"errors"') || text.includes('"type":"error"')) throw new Error(text.slice(0, 500));
    this.cursor = between(text, '"cursor":"') ?? this.cursor;
    const happened = between(text, '"occurredAt":"');
    if (happened !== null) this.#count(text, Date.parse(happened));
    return true;
  }

  #count(text: string, happenedAt: number): void {
    this.position = Number(/"position":(\d+)/.exec(text)?.[1] ?? this.position);
    this.#tally.deliveries += 1;
    this.#tally.bytes = text.length;
    if (this.#tally.latencies.length < mostLatencies) this.#tally.latencies.push(Date.now() - happenedAt);
  }
}

function between(text: string, opening: string): string | null {
  const start = text.indexOf(opening);
  return start < 0 ? null : text.slice(start + opening.length, text.indexOf('"', start + opening.length));
}
