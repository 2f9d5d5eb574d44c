import type { EventLog, EventSubscription } from './eventlog/event-log.js';
import type { GrantBook } from './features/access/index.js';
import type { Log } from './kernel/log.js';

/** What keeping the grants takes. */
export interface GrantKeeping {
  readonly eventLog: EventLog;
  readonly grants: GrantBook;
  readonly log: Log;
}

const lookAgainMs = 1_000;

/**
 * Reads the grants, and again whenever the log tells of a change of rights, whichever process made it. A reading that fails is logged and
 * tried again each second until it succeeds; where the log ends a subscription, what it may have missed is read and the log is followed anew.
 */
export async function keepGrants({ eventLog, grants, log }: GrantKeeping): Promise<{ stop(): Promise<void> }> {
  let isOwed = false;
  const renew = async (): Promise<void> => {
    isOwed = false;
    await grants.renew().catch((cause: unknown) => {
      isOwed = true;
      log.error({ cause }, 'the sharing grants could not be read');
    });
  };
  let events = await followed(eventLog);
  await grants.renew();
  const watching = (async () => {
    while (await isFollowed(events, renew)) {
      events = await followed(eventLog);
      await renew();
    }
  })().catch((cause: unknown) => log.error({ cause }, 'changes of rights are no longer heard of'));
  const looking = setInterval(() => {
    if (isOwed) void renew();
  }, lookAgainMs);
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
  return eventLog.subscribe({ after: await eventLog.head(), filter: { topics: ['access'], kinds: ['DATA_SHARED', 'SHARING_WITHDRAWN'] } });
}

/** Renews on each event; answers whether the subscription ended for a reason for which it is to be begun anew. */
async function isFollowed(events: EventSubscription, renew: () => Promise<void>): Promise<boolean> {
  while (!(await events.next()).done) await renew();
  return events.endedBy === 'lagged' || events.endedBy === 'epoch-changed';
}
