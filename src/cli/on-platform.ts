import { compose, type Composition, type Platform } from '../compose.js';
import { readConfig } from '../config/read-config.js';
import { stopAll } from '../run.js';
import { pinoLog } from './pino-log.js';

/** Does work on the city that the environment names; see {@link onPlatform}. */
export type OnPlatform = <Result>(work: (platform: Platform) => Promise<Result>) => Promise<Result>;

/**
 * Opens the databases that the environment names, without listening, does `work` on the city and closes them again; a server that runs on
 * them meanwhile goes on. The offices are the city's own unless others are given. Throws `UNAVAILABLE` where no city has been loaded.
 */
export async function onPlatform<Result>(
  work: (platform: Platform) => Promise<Result>,
  given: Pick<Composition, 'offices'> = {},
): Promise<Result> {
  const config = readConfig();
  const platform = await compose({ config, log: pinoLog(config.logLevel), ...given });
  try {
    await platform.models.refresh();
    platform.models.current();
    return await work(platform);
  } finally {
    await stopAll(platform, []);
  }
}
