import type { LogEvent } from '../../../src/eventlog/event.js';
import type { EventSubscription } from '../../../src/eventlog/event-log.js';
import { ReadAhead } from '../../../src/features/live/storage/streams/read-ahead.js';
import { anEvent } from '../../support/eventlog/an-event.js';

/** A subscription as the log's tail keeps it: an event counts as taken a little before whoever asked receives it. */
class SubscriptionInTheAct {
  readonly epoch = 'an epoch';
  readonly endedBy = null;
  readonly isLive = true;
  position = 0;
  whenLive(): void {}
  #hand: (event: LogEvent) => void = () => undefined;

  async next(): Promise<IteratorResult<LogEvent, undefined>> {
    const value = await new Promise<LogEvent>((resolve) => (this.#hand = resolve));
    return { done: false, value };
  }

  async return(): Promise<IteratorResult<LogEvent, undefined>> {
    return { done: true, value: undefined };
  }

  take(position: number): void {
    this.position = position;
    this.#hand({ ...anEvent(), visibleTo: null, eventId: 'e', position, epoch: this.epoch, recordedAt: new Date() });
  }
}

describe('reading ahead', () => {
  test('names no position behind an event that is still on its way', async () => {
    const subscription = new SubscriptionInTheAct();
    const ahead = new ReadAhead(subscription as unknown as EventSubscription, () => undefined);

    subscription.take(7);

    expect(await ahead.position()).toBe(6);
    ahead.drop();
    expect(await ahead.position()).toBe(7);
  });
});
