import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventLog, EventSubscription } from '../../../../eventlog/event-log.js';
import { WakeUp } from '../../../../eventlog/wake-up.js';
import type { Log } from '../../../../kernel/log.js';
import type { LogPoint } from '../../live-source.js';
import type { ChangeFeed, ChangeFollower } from '../../ports.js';

const retryMs = 1_000;

/** What changes are heard from. */
export interface WatchParts {
  readonly events: EventLog;
  readonly log: Log;
}

/** Tells all who follow of changes in the log, over one subscription that lives as long as anybody follows. */
export class ChangeWatch implements ChangeFeed {
  readonly #parts: WatchParts;
  readonly #followers = new Set<ChangeFollower>();
  readonly #left = new WakeUp();
  #subscription: EventSubscription | null = null;
  #isWatching = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  async end(): Promise<LogPoint> {
    const { epoch, position } = await this.#parts.events.head();
    return { epoch, position };
  }

  follow(follower: ChangeFollower): () => void {
    this.#followers.add(follower);
    if (!this.#isWatching) void this.#watch();
    return () => {
      this.#followers.delete(follower);
      if (this.#followers.size > 0) return;
      void this.#subscription?.return();
      this.#left.signal();
    };
  }

  async #watch(): Promise<void> {
    this.#isWatching = true;
    let isAway = false;
    while (this.#followers.size > 0) {
      try {
        const ended = await this.#listen();
        isAway = false;
        if (ended === 'closed') return this.#close();
      } catch (thrown) {
        if (!isAway) this.#parts.log.warn({ err: thrown }, 'key figures: the log cannot be read, trying again');
        isAway = true;
        await this.#left.wait(retryMs);
      }
    }
    this.#isWatching = false;
  }

  async #listen(): Promise<EventSubscription['endedBy']> {
    const { events } = this.#parts;
    const after = await this.end();
    if (this.#followers.size === 0) return 'returned';
    const subscription = events.subscribe({
      after,
      filter: { topics: ['matter', 'department', 'division', 'element', 'grid', 'withdrawn'] },
    });
    this.#subscription = subscription;
    // What happened before it began to listen is in no event that it gets.
    for (const follower of this.#followers) follower.moved();
    for await (const event of subscription) this.#tell(event);
    return subscription.endedBy;
  }

  #tell({ topic, kind, divisionCode }: LogEvent): void {
    for (const follower of this.#followers) {
      if (topic === 'element' || topic === 'grid') follower.grew();
      else if (topic === 'matter' && kind !== 'MATTER_REPLACED') follower.changed(divisionCode);
      // Of a matter placed anew the event names the new division alone, and the old one has lost it.
      else follower.moved();
    }
  }

  #close(): void {
    this.#isWatching = false;
    for (const follower of [...this.#followers]) follower.closed();
  }
}
