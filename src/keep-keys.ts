import type { EventLog, EventSubscription } from './eventlog/event-log.js';
import type { HeldKeys } from './features/access/index.js';
import type { Log } from './kernel/log.js';

/** What keeping the keys takes. */
export interface KeyKeeping {
  readonly eventLog: EventLog;
  readonly keys: { readonly held: HeldKeys };
  readonly log: Log;
}

const lookEveryMs = 30_000;

/**
 * Takes up keys that are made and lets go of those that are revoked as soon as the log tells of it, whichever process did it, and looks by
 * itself now and then. Where the log ends the subscription, it is followed anew.
 */
export async function keepKeys({ eventLog, keys: { held }, log }: KeyKeeping): Promise<{ stop(): Promise<void> }> {
  const renew = (): Promise<void> => held.renew().catch((cause: unknown) => log.error({ cause }, 'the keys of machines could not be read'));
  let events = await followed(eventLog);
  await held.renew();
  const watching = (async () => {
    for (;;) {
      for await (const { kind, payload } of events) {
        if (kind === 'KEY_REVOKED') held.drop(String(payload['key']));
        await renew();
      }
      if (events.endedBy !== 'lagged' && events.endedBy !== 'epoch-changed') return;
      events = await followed(eventLog);
      await renew();
    }
  })().catch((cause: unknown) => log.error({ cause }, 'keys that are made or revoked are heard of by looking only'));
  const looking = setInterval(() => void renew(), lookEveryMs);
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
  return eventLog.subscribe({ after: await eventLog.head(), filter: { topics: ['access'], kinds: ['KEY_MADE', 'KEY_REVOKED'] } });
}
