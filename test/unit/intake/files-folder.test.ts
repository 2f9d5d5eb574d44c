import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { openPack } from '../../../src/features/intake/index.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let pack: PackCopy;

beforeEach(async () => {
  pack = await PackCopy.make();
});
afterEach(() => pack.remove());

const placeOf = async (path: string): Promise<string> => (await openPack(pack.folder, pack.path('kept'))).locate({ path, format: 'csv' });

describe('a pack whose files are kept elsewhere', () => {
  test('reads them there, and beside the manifest what is not there', async () => {
    await mkdir(pack.path('kept'));
    await rename(pack.path('divisions.csv'), pack.path('kept/divisions.csv'));
    expect([await placeOf('divisions.csv'), await placeOf('categories.csv')]).toEqual([
      join(pack.folder, 'kept/divisions.csv'),
      join(pack.folder, 'categories.csv'),
    ]);
  });

  test('prefers the file that is kept there to one of the same name beside the manifest', async () => {
    await mkdir(pack.path('kept'));
    await pack.write('kept/divisions.csv', await pack.read('divisions.csv'));
    expect(await placeOf('divisions.csv')).toBe(join(pack.folder, 'kept/divisions.csv'));
  });

  test('is refused where a file is in neither place', async () => {
    await pack.remove('divisions.csv');
    await expect(openPack(pack.folder, pack.path('kept'))).rejects.toMatchObject({
      code: 'PACK_INVALID',
      details: { missing: ['divisions.csv'] },
    });
  });
});
