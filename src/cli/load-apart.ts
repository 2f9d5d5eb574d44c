import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Config } from '../config/config.js';
import { CityError } from '../kernel/city-error.js';
import type { LoadCity } from '../run.js';

const quarantinedRows = 1;

/**
 * Loads the city by `allgrid import` in a process of its own: what reading 100,000 rows leaves behind (some 300 MB) goes back with it,
 * and the server's own work is not held up. Throws `PACK_INVALID` where that process failed; it has said why on standard error.
 */
export const loadApart: LoadCity = async ({ config }) => {
  const child = spawn(process.execPath, [join(__dirname, 'allgrid.js'), 'import', config.cityPack], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...addressesOf(config) },
  });
  const forward = (): void => void child.kill('SIGTERM');
  process.once('SIGTERM', forward).once('SIGINT', forward);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGTERM', forward).off('SIGINT', forward);
  // Refused rows are told by the import and do not keep the rest of the city away.
  if (code === 0 || code === quarantinedRows) return;
  throw new CityError({
    code: 'PACK_INVALID',
    message: `Expected the city pack in ${config.cityPack} to load, but its import ended with ${code ?? 'a signal'}.`,
    messageZh: `城市数据包 ${config.cityPack} 未能载入，导入进程以 ${code ?? '信号'} 结束。`,
    hint: 'The lines above say why; mend the pack and start again.',
  });
};

/** Where the databases are, as variables: the server may have been told by flags, which a child does not inherit. */
function addressesOf(config: Config): Readonly<Record<string, string>> {
  const offices = [...config.officeDatabaseUrls].map(([office, url]) => [`${office.replaceAll('-', '_').toUpperCase()}_DATABASE_URL`, url] as const);
  const index = config.databaseUrl === null ? [] : [['DATABASE_URL', config.databaseUrl] as const];
  return Object.fromEntries([['DATA_DIR', config.dataDir] as const, ...index, ...offices]);
}
