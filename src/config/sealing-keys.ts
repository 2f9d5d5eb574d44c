import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { CityError } from '../kernel/city-error.js';
import type { Config } from './config.js';
import { keptSecret } from './kept-secret.js';

type Settings = Pick<Config, 'sealingKeys' | 'officeSealingKeys' | 'dataDir' | 'isProduction'>;

/**
 * The master keys of each office, newest first: its own, else those of the city, else one generated once and kept in `DATA_DIR`.
 * Throws `BAD_USER_INPUT` in production where an office has none: a key that lies beside the data it locks, and that nobody knows of
 * when the data are restored elsewhere, is no key.
 */
export async function sealingKeysOf(config: Settings, offices: readonly string[]): Promise<ReadonlyMap<string, readonly Buffer[]>> {
  const without = offices.filter((office) => !config.officeSealingKeys.has(office));
  if (without.length === 0 || config.sealingKeys !== null) return keysOf(config, offices, config.sealingKeys ?? []);
  if (config.isProduction) throw noKey(without);
  const kept = await keptSecret(join(config.dataDir, 'sealing.key'), () => randomBytes(32).toString('base64'));
  return keysOf(config, offices, [Buffer.from(kept, 'base64')]);
}

function keysOf({ officeSealingKeys }: Settings, offices: readonly string[], city: readonly Buffer[]) {
  return new Map(offices.map((office) => [office, officeSealingKeys.get(office) ?? city]));
}

function noKey(offices: readonly string[]): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `SEALING_KEY: expected a key in production (NODE_ENV=production), got none for ${offices.join(', ')}.`,
    messageZh: `SEALING_KEY：生产环境（NODE_ENV=production）须给定密钥，${offices.join('、')} 没有。`,
    hint: '`openssl rand -base64 32` makes one; keep a copy apart from the databases, without it nothing sealed can be read again.',
  });
}
