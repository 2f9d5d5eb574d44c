import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { CityError } from '../../kernel/city-error.js';
import { hasCode } from '../has-code.js';

interface Link {
  /** The real file, relative to the package's root. */
  readonly source: string;
  /** The link to make, relative to the package's root. */
  readonly target: string;
}

async function readLinks(root: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return [];
    throw thrown;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function makeLink(root: string, link: Link): Promise<void> {
  const target = join(root, link.target);
  if (await exists(target)) return;
  try {
    await symlink(relative(dirname(link.target), link.source), target);
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return;
    throw new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      message: `Expected the library link ${target} of the embedded PostgreSQL, could not make it.`,
      messageZh: `无法创建内置 PostgreSQL 所需的库文件链接 ${target}。`,
      hint: 'Start once as the user who installed node_modules, or run npm ci again as this user.',
      cause,
    });
  }
}

/** Makes the symbolic links that an npm archive cannot carry, so that `npm ci --ignore-scripts` is enough; a second call does nothing. */
export async function hydrateLinks(root: string): Promise<void> {
  const links = await readLinks(root);
  await Promise.all(links.map((link) => makeLink(root, link)));
}
