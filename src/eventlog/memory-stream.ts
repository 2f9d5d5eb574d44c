import { randomUUID } from 'node:crypto';

import type { EventTopic, LogEvent, NewEvent } from './event.js';
import { type EventFilter, wants } from './event-filter.js';
import type { EventPage, EventReader, EventSink, StreamHead } from './event-log.js';
import { nothingLeft } from './withdrawn-event.js';

interface InboxRow {
  readonly event: NewEvent;
  readonly recordedAt: Date;
}

interface Subjects {
  readonly topic: EventTopic;
  readonly uuids: readonly string[];
}

/** Inbox, log and stream of one city, kept in memory; says exactly what the tables of the city index would. */
export class MemoryStream implements EventReader {
  readonly #log: LogEvent[] = [];
  #oldest = 1;
  #epoch = randomUUID() as string;

  /** Runs `work` as one transaction: its events appear together when it resolves, and never when it rejects. */
  async transaction<Result>(work: (sink: EventSink) => Promise<Result>): Promise<Result> {
    const written: InboxRow[] = [];
    const withdrawn: Subjects[] = [];
    const result = await work({
      append: async (events) => {
        const recordedAt = new Date();
        written.push(...events.map((event) => ({ event: copyOf(event), recordedAt })));
      },
      withdraw: async (topic, uuids) => void withdrawn.push({ topic, uuids }),
    });
    for (const row of written) this.#log.push(this.#positioned(row));
    for (const subjects of withdrawn) this.#empty(subjects);
    return result;
  }

  /** Drops everything up to a position, as keeping no longer than needed does. */
  drop(upTo: number): void {
    this.#oldest = Math.min(upTo, this.#log.length) + 1;
  }

  /** Begins a new epoch, as a restore would. */
  renewEpoch(): void {
    this.#epoch = randomUUID();
  }

  head(): Promise<StreamHead> {
    return Promise.resolve({ epoch: this.#epoch, position: this.#log.length, oldest: this.#oldest });
  }

  after(position: number, limit: number, filter: EventFilter = {}): Promise<EventPage> {
    const head = this.#log.length;
    const events: LogEvent[] = [];
    for (const event of this.#log.slice(Math.max(position, this.#oldest - 1))) {
      if (events.length >= limit) break;
      if (wants(filter, event)) events.push(event);
    }
    const upTo = events.length >= limit ? (events.at(-1)?.position ?? position) : head;
    return Promise.resolve({ epoch: this.#epoch, events, upTo: Math.max(position, upTo), head, oldest: this.#oldest });
  }

  #empty({ topic, uuids }: Subjects): void {
    for (const [index, event] of this.#log.entries()) {
      if (event.topic !== topic || !uuids.includes(event.subject)) continue;
      this.#log[index] = { ...event, ...nothingLeft, eventId: randomUUID(), occurredAt: event.recordedAt };
    }
  }

  #positioned({ event, recordedAt }: InboxRow): LogEvent {
    return {
      eventId: randomUUID(),
      visibleTo: null,
      ...event,
      position: this.#log.length + 1,
      epoch: this.#epoch,
      recordedAt,
    };
  }
}

// By way of JSON, as the database would keep it.
function copyOf(event: NewEvent): NewEvent {
  return { ...event, payload: JSON.parse(JSON.stringify(event.payload)) as NewEvent['payload'] };
}
