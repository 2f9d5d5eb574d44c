import type { Logger } from 'typeorm';

import type { Log } from '../kernel/log.js';

const nothing = (): void => undefined;

/** TypeORM's own remarks in our log, none on the console; statements are never logged, they may hold sealed text. */
export function ormLog(database: string, log: Log): Logger {
  return {
    logQuery: nothing,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: (message) => {
      log.debug({ database }, message);
    },
    log: (level, message) => {
      log[level === 'warn' ? 'warn' : 'debug']({ database }, String(message));
    },
  };
}
