import { listen, type Listener } from '../database/listener.js';
import type { Log } from '../kernel/log.js';
import type { Sql } from '../kernel/sql.js';
import { logChannel } from './channels.js';
import type { EventFilter } from './event-filter.js';
import type { EventLog, EventPage, EventSubscription, StreamHead, SubscriptionRequest } from './event-log.js';
import { PostgresReader } from './postgres-reader.js';
import { adoptStream } from './stream-epoch.js';
import { Tail } from './tail.js';

/** What a {@link PostgresEventLog} needs; times in milliseconds. */
export interface PostgresEventLogOptions {
  /** The city index, for reading. */
  readonly sql: Sql;
  /** Address of the city index, for the connection that listens; it must lead to PostgreSQL itself. */
  readonly url: string;
  readonly log: Log;
  /** How long to sleep when no wake-up comes; 1,000 when left out. */
  readonly pollMs?: number;
  /** Events that one subscriber may hold; 1,000 when left out. */
  readonly queueLimit?: number;
}

/** The event log of the city index, as this process reads it; a {@link Sequencer} of any process fills it. */
export class PostgresEventLog implements EventLog {
  readonly #reader: PostgresReader;
  readonly #tail: Tail;
  readonly #listener: Listener;

  private constructor(reader: PostgresReader, tail: Tail, listener: Listener) {
    this.#reader = reader;
    this.#tail = tail;
    this.#listener = listener;
  }

  /** Opens it; rejects when the city index cannot be read. Close it before the pool behind `sql`. */
  static async open(options: PostgresEventLogOptions): Promise<PostgresEventLog> {
    const { sql, url, ...rest } = options;
    await adoptStream(sql);
    const reader = new PostgresReader(sql);
    const tail = await Tail.start({ reader, ...rest });
    const listener = listen(url, [logChannel], () => {
      tail.wake();
    });
    return new PostgresEventLog(reader, tail, listener);
  }

  get isCurrent(): boolean {
    return this.#tail.isCurrent;
  }

  get subscribers(): number {
    return this.#tail.subscribers;
  }

  head(): Promise<StreamHead> {
    return this.#reader.head();
  }

  after(position: number, limit: number, filter?: EventFilter): Promise<EventPage> {
    return this.#reader.after(position, limit, filter);
  }

  subscribe(request: SubscriptionRequest): EventSubscription {
    return this.#tail.subscribe(request);
  }

  async close(): Promise<void> {
    await Promise.all([this.#tail.stop(), this.#listener.stop()]);
  }
}
