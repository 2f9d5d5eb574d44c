import type { Config } from './config.js';
import { officeDatabaseUrl, officeSealingKey, officeVariableName, type Variable } from './variables.js';

/**
 * The environment of a process that works on the same databases with the same keys: the server may have been told of them by flags, which
 * a child does not inherit.
 */
export function childEnvironment(config: Config): NodeJS.ProcessEnv {
  const databases = ofOffices(officeDatabaseUrl, config.officeDatabaseUrls, (url) => url);
  const keys = ofOffices(officeSealingKey, config.officeSealingKeys, keysText);
  const index = config.databaseUrl === null ? [] : [['DATABASE_URL', config.databaseUrl] as const];
  const key = config.sealingKeys === null ? [] : [['SEALING_KEY', keysText(config.sealingKeys)] as const];
  return { ...process.env, ...Object.fromEntries([['DATA_DIR', config.dataDir] as const, ...index, ...key, ...databases, ...keys]) };
}

function ofOffices<Value>(row: Pick<Variable<unknown>, 'name'>, values: ReadonlyMap<string, Value>, textOf: (value: Value) => string) {
  return [...values].map(([office, value]) => [officeVariableName(office, row), textOf(value)] as const);
}

function keysText(keys: readonly Buffer[]): string {
  return keys.map((key) => key.toString('base64')).join(',');
}
