import { setImmediate as nextTurn } from 'node:timers/promises';

import type { LogEvent } from '../../../../eventlog/event.js';
import type { EndReason, EventSubscription } from '../../../../eventlog/event-log.js';

const mostAhead = 100;

/** Takes up to 100 events from a subscription ahead of its reader, so that those at hand can be looked up together. */
export class ReadAhead {
  readonly #subscription: EventSubscription;
  readonly #arrived: () => void;
  readonly #events: LogEvent[] = [];
  #asking = false;
  #isOver = false;

  /** `arrived` is called whenever there is something new to look at: an event, or the end. */
  constructor(subscription: EventSubscription, arrived: () => void) {
    this.#subscription = subscription;
    this.#arrived = arrived;
    subscription.whenLive(arrived);
    this.#ask();
  }

  /** The events at hand, in order. */
  get events(): readonly LogEvent[] {
    return this.#events;
  }

  get epoch(): string {
    return this.#subscription.epoch;
  }

  /** Whether the subscription has come to the end of the log. */
  get isLive(): boolean {
    return this.#subscription.isLive;
  }

  /** Why nothing more comes, once everything at hand has been dropped. */
  get endedBy(): EndReason | null {
    return this.#isOver && this.#events.length === 0 ? (this.#subscription.endedBy ?? 'closed') : null;
  }

  /** Drops the first event at hand: its reader has done with it. */
  drop(): void {
    this.#events.shift();
    this.#ask();
  }

  /** Every wanted event up to here has been dropped. */
  async position(): Promise<number> {
    const scanned = this.#subscription.position;
    // The subscription counts an event as taken a moment before it arrives here; by the next turn it has arrived.
    await nextTurn();
    const [first] = this.#events;
    return first ? first.position - 1 : scanned;
  }

  /** Ends the subscription. */
  stop(): void {
    void this.#subscription.return();
  }

  #ask(): void {
    if (this.#asking || this.#isOver || this.#events.length >= mostAhead) return;
    this.#asking = true;
    this.#subscription.next().then(
      ({ value }) => this.#take(value),
      () => this.#take(undefined),
    );
  }

  #take(event: LogEvent | undefined): void {
    this.#asking = false;
    if (event) this.#events.push(event);
    else this.#isOver = true;
    this.#arrived();
    this.#ask();
  }
}
