import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Log } from '../kernel/log.js';
import type { EndReason, EventPage, EventReader, EventSubscription, StreamPoint, SubscriptionRequest } from './event-log.js';
import { TailSubscription } from './tail-subscription.js';
import { WakeUp } from './wake-up.js';

/** What a {@link Tail} needs. */
export interface TailOptions {
  readonly reader: EventReader;
  readonly log: Log;
  /** How long to sleep when no wake-up comes, in milliseconds; 1,000 when left out. */
  readonly pollMs?: number;
  /** Events that one subscriber may hold; 1,000 when left out. */
  readonly queueLimit?: number;
  /** Unread for so long, in milliseconds, the log counts as out of reach; 5,000 when left out. */
  readonly awayMs?: number;
}

const pageSize = 1_000;

/** Reads the end of the log once for all subscribers of this process and hands each what it wants. */
export class Tail {
  readonly #options: Required<TailOptions>;
  readonly #subscriptions = new Set<TailSubscription>();
  readonly #wakeUp = new WakeUp();
  #point: StreamPoint;
  #stopped = false;
  #away = false;
  /** When the end of the log was read last, by the process's own clock that never goes back. */
  #readAt = performance.now();
  #running: Promise<void> | null = null;

  private constructor(options: TailOptions, point: StreamPoint) {
    this.#options = { pollMs: 1_000, queueLimit: 1_000, awayMs: 5_000, ...options };
    this.#point = point;
  }

  /** Starts reading from the present end of the log; rejects when that cannot be read. */
  static async start(options: TailOptions): Promise<Tail> {
    const tail = new Tail(options, await options.reader.head());
    tail.#running = tail.#run();
    return tail;
  }

  /** The point up to which every running live subscription has been offered everything. */
  get point(): StreamPoint {
    return this.#point;
  }

  /** See `EventLog.isCurrent`. A reading that hangs counts like one that fails. */
  get isCurrent(): boolean {
    return performance.now() - this.#readAt <= this.#options.awayMs;
  }

  /** How many subscriptions run. */
  get subscribers(): number {
    return this.#subscriptions.size;
  }

  /** Makes it read at once; a hint, as the poll finds everything too. */
  wake(): void {
    this.#wakeUp.signal();
  }

  /** See `EventLog.subscribe`. */
  subscribe(request: SubscriptionRequest): EventSubscription {
    const { reader, queueLimit, pollMs, log } = this.#options;
    const subscription = new TailSubscription(request, {
      reader,
      queueLimit,
      retryMs: pollMs,
      log,
      point: () => this.#point,
      forget: (ended) => void this.#subscriptions.delete(ended),
    });
    this.#subscriptions.add(subscription);
    if (this.#stopped) subscription.end('closed');
    return subscription;
  }

  /** Ends all subscriptions as `closed` and stops reading. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#endAll('closed');
    this.#wakeUp.signal();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      await this.#readOn();
      if (!this.#stopped) await this.#wakeUp.wait(this.#options.pollMs);
    }
  }

  async #readOn(): Promise<void> {
    try {
      let page = await this.#readPage();
      // Subscribers get their turn between two pages, lest a large transaction look to them like a flood.
      while (page.upTo < page.head && !this.#stopped) {
        await nextTurn();
        page = await this.#readPage();
      }
      this.#away = false;
    } catch (thrown) {
      if (!this.#away) this.#options.log.warn({ err: thrown }, 'event tail: the log cannot be read, trying again at each poll');
      this.#away = true;
    }
  }

  async #readPage(): Promise<EventPage> {
    const page = await this.#options.reader.after(this.#point.position, pageSize);
    this.#readAt = performance.now();
    // A log that is shorter than what was read is another life of it, even if nobody renewed the epoch.
    if (page.epoch !== this.#point.epoch || page.head < this.#point.position) this.#restart(page, 'epoch-changed');
    else if (this.#point.position + 1 < page.oldest) this.#restart(page, 'expired');
    else this.#handOut(page);
    return page;
  }

  #handOut(page: EventPage): void {
    this.#point = { epoch: page.epoch, position: page.upTo };
    for (const subscription of this.#subscriptions) subscription.offer(page);
  }

  #restart(page: EventPage, reason: EndReason): void {
    this.#point = { epoch: page.epoch, position: page.head };
    this.#endAll(reason);
  }

  #endAll(reason: EndReason): void {
    for (const subscription of [...this.#subscriptions]) subscription.end(reason);
  }
}
