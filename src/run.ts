import { compose, type Composition, openGateway, type Platform } from './compose.js';
import type { EventSubscription } from './eventlog/event-log.js';

/** A platform that serves. */
export interface RunningPlatform extends Platform {
  /** Where it is reached, `http://<host>:<port>`. */
  readonly url: string;
  /** Tells clients, finishes what is in flight, and closes everything in the order that loses nothing. */
  stop(): Promise<void>;
}

/** Brings the city pack of the configuration into an empty index. */
export type LoadCity = (platform: Platform) => Promise<void>;

/** Loads the city in this process. */
export const loadHere: LoadCity = async ({ intake, config }) => {
  await intake.cityImport.importPack(config.cityPack);
};

/** Composes a platform, loads the city pack where the index is empty, follows the offices and serves. */
export async function runPlatform(composition: Composition, loadCity: LoadCity = loadHere): Promise<RunningPlatform> {
  const platform = await compose(composition);
  try {
    platform.sequencer.start();
    await platform.models.refresh();
    if (!platform.models.isLoaded) {
      await loadCity(platform);
      await platform.models.refresh();
    }
    const watching = await watchModel(platform);
    platform.intake.follower.start();
    const gateway = await openGateway(platform);
    return { ...platform, url: gateway.url, stop: () => stopAll(platform, [() => gateway.stop(), () => watching.stop()]) };
  } catch (thrown) {
    await stopAll(platform, []);
    throw thrown;
  }
}

/** Closes a platform that was composed and, maybe, run; what was opened last is closed first. */
export async function stopAll(platform: Platform, first: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of first) await stop();
  await platform.intake.follower.stop();
  await platform.eventLog.close();
  await platform.sequencer.stop();
  platform.engine.dispose();
  await platform.databases.close();
}

/** Puts a new city model in place whenever the log tells of changed ground or links, whichever process made the change. */
async function watchModel({ eventLog, models, log }: Platform): Promise<{ stop(): Promise<void> }> {
  const events = eventLog.subscribe({ after: await eventLog.head(), filter: { topics: ['grid', 'link', 'division'] } });
  const watching = refreshOnEach(events, () => models.refresh()).catch((cause: unknown) => {
    log.error({ cause }, 'the city model is no longer kept up to date');
  });
  return {
    stop: async () => {
      await events.return();
      await watching;
    },
  };
}

async function refreshOnEach(events: EventSubscription, refresh: () => Promise<void>): Promise<void> {
  for await (const event of events) if (event.position === events.position) await refresh();
}
