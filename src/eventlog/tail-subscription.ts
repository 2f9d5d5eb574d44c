import type { Log } from '../kernel/log.js';
import type { LogEvent } from './event.js';
import { type EventFilter, wants } from './event-filter.js';
import type { EndReason, EventPage, EventReader, EventSubscription, StreamPoint, SubscriptionRequest } from './event-log.js';
import { WakeUp } from './wake-up.js';

/** What a subscription asks of the tail that feeds it. */
export interface SubscriptionFeed {
  readonly reader: EventReader;
  readonly queueLimit: number;
  /** Pause after a failed read, in milliseconds. */
  readonly retryMs: number;
  readonly log: Log;
  /** How far the tail has handed out. */
  point(): StreamPoint;
  forget(subscription: TailSubscription): void;
}

type Taken = IteratorResult<LogEvent, undefined>;
const finished: Taken = { done: true, value: undefined };

/**
 * One consumer's way through the log: it reads pages at its own pace until it has reached the tail, then is fed by it.
 *
 * There is no hole and no double because one number, `#scanned`, rules both ways: pages continue from it, offers at or
 * below it are ignored, and the step from one way to the other happens without a pause in between.
 */
export class TailSubscription implements EventSubscription {
  readonly epoch: string;
  readonly #filter: EventFilter;
  readonly #feed: SubscriptionFeed;
  readonly #changed = new WakeUp();
  #queue: LogEvent[] = [];
  #scanned: number;
  #live = false;
  #tellLive: () => void = () => undefined;
  #asking = false;
  /** Wanted events that went by since the consumer last took one, not counting those in the queue. */
  #passedBy = 0;
  #endedBy: EndReason | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(request: SubscriptionRequest, feed: SubscriptionFeed) {
    this.epoch = request.after.epoch;
    this.#scanned = request.after.position;
    this.#filter = request.filter ?? {};
    this.#feed = feed;
  }

  get position(): number {
    const [next] = this.#queue;
    return next ? next.position - 1 : this.#scanned;
  }

  get isLive(): boolean {
    return this.#live && this.#endedBy === null;
  }

  whenLive(call: () => void): void {
    this.#tellLive = call;
  }

  get endedBy(): EndReason | null {
    return this.#endedBy;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Taken> {
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  return(): Promise<Taken> {
    this.end('returned');
    return Promise.resolve(finished);
  }

  /** Ends it; what was queued is given up, and `position` stays at the last event taken. */
  end(reason: EndReason): void {
    if (this.#endedBy) return;
    this.#endedBy = reason;
    this.#scanned = this.position;
    this.#queue = [];
    this.#feed.forget(this);
    this.#changed.signal();
  }

  /** Takes what is wanted of a page that the tail has read; a page that does not fit is left to be read later. */
  offer(page: EventPage): void {
    const wanted = page.events.filter((event) => event.position > this.#scanned && wants(this.#filter, event));
    if (this.#live && this.#queue.length + wanted.length <= this.#feed.queueLimit) this.#enqueue(wanted, page.upTo);
    else this.#letPass(wanted.length);
  }

  #enqueue(events: readonly LogEvent[], upTo: number): void {
    this.#queue.push(...events);
    this.#scanned = Math.max(this.#scanned, upTo);
    if (events.length > 0) this.#changed.signal();
  }

  #letPass(events: number): void {
    this.#live = false;
    this.#changed.signal();
    if (this.#asking) return;
    if (this.#passedBy >= this.#feed.queueLimit) return this.end('lagged');
    this.#passedBy += events;
  }

  async #take(): Promise<Taken> {
    this.#asking = true;
    try {
      while (!this.#endedBy) {
        const event = this.#queue.shift();
        if (event) return this.#hand(event);
        await (this.#live ? this.#changed.wait() : this.#catchUp());
      }
      return finished;
    } finally {
      this.#asking = false;
    }
  }

  #hand(event: LogEvent): Taken {
    this.#passedBy = 0;
    return { done: false, value: event };
  }

  async #catchUp(): Promise<void> {
    try {
      this.#continueWith(await this.#feed.reader.after(this.#scanned, this.#feed.queueLimit, this.#filter));
    } catch (thrown) {
      this.#feed.log.warn({ err: thrown }, 'event subscription: the log cannot be read, trying again');
      await this.#changed.wait(this.#feed.retryMs);
    }
  }

  #continueWith(page: EventPage): void {
    if (this.#endedBy) return;
    if (page.epoch !== this.epoch) return this.end('epoch-changed');
    if (this.#scanned + 1 < page.oldest) return this.end('expired');
    this.#enqueue(page.events, page.upTo);
    this.#live = this.#scanned >= this.#feed.point().position;
    if (this.#live) this.#tellLive();
  }
}
