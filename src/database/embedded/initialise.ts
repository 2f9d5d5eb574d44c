import { execFile } from 'node:child_process';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { CityError } from '../../kernel/city-error.js';
import type { Binaries } from './binaries.js';
import type { Layout } from './layout.js';
import { commandAs, giveTo, type ServerIdentity } from './server-identity.js';

/** The superuser of the embedded server. */
export const superuser = 'allgrid';

/** The server's programs inherit nothing: no locale, time zone or PG* variable of the caller changes what they make. */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * What counts as a letter, best first. pg_trgm asks the C library and not the builtin provider: under plain C it finds
 * no letter in Chinese text, and its index would be of no use. Not every C library has C.UTF-8, macOS has none.
 */
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

function initdbArguments(layout: Layout, letterLocale: string): readonly string[] {
  return [
    '-D',
    layout.unfinishedCluster,
    '-U',
    superuser,
    '-A',
    'scram-sha-256',
    `--pwfile=${layout.password}`,
    // Bytes sort and compare alike on every machine and after every upgrade of the C library.
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${letterLocale}`,
    '--no-instructions',
  ];
}

async function isInitialised(layout: Layout): Promise<boolean> {
  return stat(layout.cluster).then(
    () => true,
    () => false,
  );
}

function initdbFailure(layout: Layout, cause: unknown): CityError {
  return new CityError({
    code: 'UNAVAILABLE',
    fault: 'ours',
    message: `Expected initdb to make a cluster in ${layout.directory}, but it failed: ${(cause as { stderr?: string }).stderr ?? ''}`,
    messageZh: `无法在 ${layout.directory} 建立内置数据库。`,
    hint: 'Look at free space and at who may write and enter that directory.',
    cause,
  });
}

/** Tries one locale after the other in an empty directory each time; the last one fits every machine. */
async function runInitdb(binaries: Binaries, layout: Layout, identity: ServerIdentity): Promise<void> {
  let failure: unknown;
  for (const letterLocale of letterLocales) {
    await emptyDirectory(layout, identity);
    const { program, args } = commandAs(identity, binaries.initdb, initdbArguments(layout, letterLocale));
    try {
      await promisify(execFile)(program, [...args], { env: bareEnvironment, cwd: layout.directory, ...identity.user });
      return;
    } catch (thrown) {
      failure = thrown;
    }
  }
  throw initdbFailure(layout, failure);
}

async function emptyDirectory(layout: Layout, identity: ServerIdentity): Promise<void> {
  await rm(layout.unfinishedCluster, { recursive: true, force: true });
  await mkdir(layout.unfinishedCluster, { mode: 0o700 });
  await giveTo(identity, layout.unfinishedCluster);
}

/**
 * Makes the cluster where there is none yet. initdb works beside it and the result is renamed into place,
 * so that an interrupted first start leaves nothing that looks finished.
 */
export async function initialise(binaries: Binaries, layout: Layout, identity: ServerIdentity): Promise<void> {
  if (await isInitialised(layout)) return;
  await giveTo(identity, layout.password);
  await runInitdb(binaries, layout, identity);
  await rename(layout.unfinishedCluster, layout.cluster);
}
