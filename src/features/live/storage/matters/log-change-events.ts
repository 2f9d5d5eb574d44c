import { cursorBinding } from '../../../../eventlog/cursor.js';
import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventSubscription, StreamHead } from '../../../../eventlog/event-log.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';
import type { ChangeEvents, MattersByUuid } from '../../ports.js';
import { readerRights } from '../../reader-rights.js';
import type { StreamParts } from '../streams/stream-parts.js';
import { matterEventOf } from './matter-event-of.js';

/** Milliseconds that the event of a change is waited for. */
export const longestWaitMs = 5_000;
/** The event of a change made a moment ago lies among the last ones, if it is there already. */
const recentEvents = 10_000;

type ChangeParts = Pick<StreamParts, 'events' | 'cursors' | 'ticker'> & { readonly matters: MattersByUuid };

/** Finds events of changes in the log. */
export class LogChangeEvents implements ChangeEvents {
  readonly #parts: ChangeParts;

  constructor(parts: ChangeParts) {
    this.#parts = parts;
  }

  async eventOf(scope: Scope, matter: Matter, { isRecent }: { readonly isRecent: boolean }): Promise<MatterEvent | null> {
    const { events, cursors, matters } = this.#parts;
    const [seen] = await matters.byUuid(scope, [matter.uuid]);
    if (!seen) return null;
    const head = await events.head();
    const after = { epoch: head.epoch, position: isRecent ? recent(head) : head.oldest - 1 };
    const subscription = events.subscribe({ after, filter: { topics: ['matter'], subjects: [matter.uuid] } });
    const event = await this.#inTime(subscription, matter.version);
    const cursor = event && cursors.encode(event, cursorBinding({}, readerRights(scope)));
    return event && matterEventOf(event, { matter, cursor: cursor!, places: null });
  }

  async #inTime(subscription: EventSubscription, version: number): Promise<LogEvent | null> {
    const stop = this.#parts.ticker.start(longestWaitMs, () => void subscription.return());
    try {
      for await (const event of subscription) {
        if (event.version === version) return event;
      }
      return null;
    } finally {
      stop();
    }
  }
}

function recent({ oldest, position }: StreamHead): number {
  return Math.max(oldest - 1, position - recentEvents);
}
