import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { childEnvironment } from '../config/child-environment.js';
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
    env: childEnvironment(config),
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
