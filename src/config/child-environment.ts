import type { Config } from './config.js';
import { officeDatabaseUrlName } from './variables.js';

/** The environment of a process that works on the same databases: the server may have been told of them by flags, which a child does not inherit. */
export function childEnvironment(config: Config): NodeJS.ProcessEnv {
  const offices = [...config.officeDatabaseUrls].map(([office, url]) => [officeDatabaseUrlName(office), url] as const);
  const index = config.databaseUrl === null ? [] : [['DATABASE_URL', config.databaseUrl] as const];
  return { ...process.env, ...Object.fromEntries([['DATA_DIR', config.dataDir] as const, ...index, ...offices]) };
}
