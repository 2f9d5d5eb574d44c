import { type Log, silentLog } from '../kernel/log.js';
import type { EventFilter } from './event-filter.js';
import type { EventLog, EventPage, EventSink, EventSubscription, StreamHead, SubscriptionRequest } from './event-log.js';
import { MemoryStream } from './memory-stream.js';
import { Tail } from './tail.js';

/** What a {@link MemoryEventLog} may be told. */
export interface MemoryEventLogOptions {
  /** Events that one subscriber may hold; 1,000 when left out. */
  readonly queueLimit?: number;
  readonly log?: Log;
}

/** The event log in memory: the twin for tests and trials, under the same contract as the one in the city index; gone with the process. */
export class MemoryEventLog implements EventLog {
  readonly #stream: MemoryStream;
  readonly #tail: Tail;

  private constructor(stream: MemoryStream, tail: Tail) {
    this.#stream = stream;
    this.#tail = tail;
  }

  /** Opens an empty log. */
  static async open(options: MemoryEventLogOptions = {}): Promise<MemoryEventLog> {
    const stream = new MemoryStream();
    return new MemoryEventLog(stream, await Tail.start({ log: silentLog, ...options, reader: stream }));
  }

  get isCurrent(): boolean {
    return this.#tail.isCurrent;
  }

  get subscribers(): number {
    return this.#tail.subscribers;
  }

  /** Runs `work` as one transaction: its events appear together when it resolves, and never when it rejects. */
  async transaction<Result>(work: (sink: EventSink) => Promise<Result>): Promise<Result> {
    const result = await this.#stream.transaction(work);
    this.#tail.wake();
    return result;
  }

  /** Drops everything up to a position, as keeping no longer than needed does. */
  drop(upTo: number): void {
    this.#stream.drop(upTo);
    this.#tail.wake();
  }

  /** Begins a new epoch, as a restore would. */
  renewEpoch(): void {
    this.#stream.renewEpoch();
    this.#tail.wake();
  }

  head(): Promise<StreamHead> {
    return this.#stream.head();
  }

  after(position: number, limit: number, filter?: EventFilter): Promise<EventPage> {
    return this.#stream.after(position, limit, filter);
  }

  subscribe(request: SubscriptionRequest): EventSubscription {
    return this.#tail.subscribe(request);
  }

  close(): Promise<void> {
    return this.#tail.stop();
  }
}
