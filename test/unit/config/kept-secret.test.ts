import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cursorSecretOf } from '../../../src/config/cursor-secret.js';
import { keptSecret } from '../../../src/config/kept-secret.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'allgrid-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a kept secret', () => {
  it('is made once and the same for all who ask at the same time', async () => {
    const path = join(folder, 'deep', 'secret');
    const asked = await Promise.all(Array.from({ length: 20 }, () => keptSecret(path)));
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).toMatch(/^[\w-]{32}$/);
    expect(await keptSecret(path)).toBe(asked[0]);
    expect(await readdir(join(folder, 'deep'))).toEqual(['secret']);
  });

  it('can be read by its user alone', async () => {
    await keptSecret(join(folder, 'secret'));
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('signs cursors unless the operator gave one', async () => {
    const given = 'y'.repeat(40);
    expect(await cursorSecretOf({ cursorSecret: given, dataDir: folder })).toBe(given);
    expect(await cursorSecretOf({ cursorSecret: null, dataDir: folder })).toBe(await keptSecret(join(folder, 'cursor.secret')));
  });
});
