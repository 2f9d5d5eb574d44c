import type { DataSource } from 'typeorm';

import { type DatabaseOptions, openDatabase } from '../../../src/database/open-database.js';
import { silentLog } from '../../../src/kernel/log.js';
import { cloneDatabase } from './clone-database.js';

/** An open database that a test file has for itself. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  /** Closes and removes it. */
  drop(): Promise<void>;
}

/** Opens a copy of `template` (an empty database when left out) with the options a test cares about. */
export async function anOpenDatabase(options: Partial<DatabaseOptions> = {}, template = 'template1'): Promise<TestDatabase> {
  const clone = await cloneDatabase(template);
  const dataSource = await openDatabase({
    name: 'test',
    url: clone.url,
    entities: [],
    migrations: [],
    log: silentLog,
    poolSize: 4,
    ...options,
  });
  return {
    url: clone.url,
    dataSource,
    drop: async () => {
      await dataSource.destroy();
      await clone.drop();
    },
  };
}
