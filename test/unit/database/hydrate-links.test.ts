import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hydrateLinks } from '../../../src/database/embedded/hydrate-links.js';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'allgrid-links-'));
  await mkdir(join(root, 'native', 'lib'), { recursive: true });
  await writeFile(join(root, 'native', 'lib', 'libicuuc.so.60.2'), 'the library');
});
afterEach(() => rm(root, { recursive: true }));

async function listLinks(): Promise<void> {
  const links = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }];
  await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
}

describe('library links that an npm archive cannot carry', () => {
  it('are made, once, by whoever comes first', async () => {
    await listLinks();
    await Promise.all([hydrateLinks(root), hydrateLinks(root), hydrateLinks(root)]);
    await hydrateLinks(root);
    const link = join(root, 'native', 'lib', 'libicuuc.so.60');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(link, 'utf8')).toBe('the library');
  });

  it('are not needed on a platform whose package lists none', async () => {
    await expect(hydrateLinks(root)).resolves.toBeUndefined();
  });
});
