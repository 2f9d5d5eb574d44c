import type { LogEvent } from './eventlog/event.js';
import type { EventLog, EventSubscription } from './eventlog/event-log.js';
import type { Log } from './kernel/log.js';

/** Something that requests are judged by, held in memory. */
export interface RightsBook {
  /** What it holds, for the log, e.g. `sharing grants`. */
  readonly name: string;
  /** Reads all of it anew. */
  renew(): Promise<void>;
  /** Hears of a change before it is read, to let go at once of what counts no longer. */
  heard?(event: LogEvent): void;
}

/** What keeping the rights takes. */
export interface RightsKeeping {
  readonly eventLog: EventLog;
  readonly books: readonly RightsBook[];
  readonly log: Log;
}

const retryEveryMs = 1_000;
const looksBetween = 30;

/**
 * Reads what requests are judged by, the working calendar among it, and again whenever the log tells of a change of it, whichever process
 * made it, and every half minute. A reading that fails is logged and tried again each second until it succeeds; where the log ends a
 * subscription, what it may have missed is read and the log is followed anew.
 */
export async function keepRights({ eventLog, books, log }: RightsKeeping): Promise<{ stop(): Promise<void> }> {
  const owed = new Set<RightsBook>();
  const renew = async (wanted: Iterable<RightsBook> = books): Promise<void> => {
    await Promise.all([...wanted].map((book) => renewed(book)));
  };
  const renewed = async (book: RightsBook): Promise<void> => {
    owed.delete(book);
    await book.renew().catch((cause: unknown) => {
      owed.add(book);
      log.error({ cause }, `the ${book.name} could not be read`);
    });
  };
  let events = await followed(eventLog);
  await Promise.all(books.map((book) => book.renew()));
  const watching = (async () => {
    for (;;) {
      for await (const event of events) {
        for (const book of books) book.heard?.(event);
        await renew();
      }
      if (events.endedBy === 'returned' || events.endedBy === 'closed') return;
      events = await followed(eventLog);
      await renew();
    }
  })().catch((cause: unknown) => log.error({ cause }, 'changes of rights are heard of by looking only'));
  let looks = 0;
  const looking = setInterval(() => void renew(++looks % looksBetween === 0 ? books : owed), retryEveryMs);
  // A start that fails later on must not be held open by it.
  looking.unref();
  return {
    stop: async () => {
      clearInterval(looking);
      await events.return();
      await watching;
    },
  };
}

async function followed(eventLog: EventLog): Promise<EventSubscription> {
  return eventLog.subscribe({ after: await eventLog.head(), filter: { topics: ['access', 'calendar'] } });
}
