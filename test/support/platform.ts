import { join } from 'node:path';

import { sixOffices } from '../../src/composing/six-offices.js';
import { packageRoot } from '../../src/config/package-root.js';
import { countStatements } from '../../src/database/statement-count.js';
import { type Log, silentLog } from '../../src/kernel/log.js';
import { type RunningPlatform, runPlatform } from '../../src/run.js';
import { type CityTemplate, cityTemplate, copyCity } from './city/city-template.js';
import { beginWithModel } from './city/kept-model.js';
import { testConfig } from './city/test-config.js';
import { dropDatabase } from './database/clone-database.js';
import { onCluster } from './database/cluster-address.js';

/** A platform of one test file alone. */
export interface TestPlatform {
  readonly url: string;
  readonly running: RunningPlatform;
  /** Counts the SQL statements that reach the databases. */
  readonly statements: ReturnType<typeof countStatements>;
  stop(): Promise<void>;
}

/** Variables of the environment that a test sets. */
export type Settings = Readonly<Record<string, string>>;

/** The sample city of the project. */
export const sampleCity: CityTemplate = { name: 'sample_city', pack: join(packageRoot(), 'data', 'jingdezhen'), offices: sixOffices };

/** Starts a platform on copies of a loaded city's databases; the city is loaded once for the whole jest run. `settings` are variables of its environment, or made of the name of its index. */
export async function startTestPlatform(
  city: CityTemplate = sampleCity,
  settings: Settings | ((index: string) => Settings) = {},
  log: Log = silentLog,
): Promise<TestPlatform> {
  const template = await cityTemplate(city);
  const names = await copyCity(template, city.offices);
  const [index] = names;
  const statements = countStatements();
  const config = testConfig({
    DATABASE_URL: onCluster(index),
    CITY_PACK: city.pack,
    ...(typeof settings === 'function' ? settings(index) : settings),
  });
  await beginWithModel(template, index, config);
  const running = await runPlatform({ config, log, offices: city.offices, observe: statements.observe });
  return {
    url: running.url,
    running,
    statements,
    stop: async () => {
      await running.stop();
      for (const name of names) await dropDatabase(name);
    },
  };
}
