import { compose, type Platform } from '../compose.js';
import { readConfig } from '../config/read-config.js';
import { stopAll } from '../run.js';
import { pinoLog } from './pino-log.js';

/**
 * Opens the databases that the environment names, without listening, does `work` on the city and closes them again; a server that runs on
 * them meanwhile goes on. Throws `UNAVAILABLE` where no city has been loaded.
 */
export async function onPlatform<Result>(work: (platform: Platform) => Promise<Result>): Promise<Result> {
  const config = readConfig();
  const platform = await compose({ config, log: pinoLog(config.logLevel) });
  try {
    await platform.models.refresh();
    platform.models.current();
    return await work(platform);
  } finally {
    await stopAll(platform, []);
  }
}
