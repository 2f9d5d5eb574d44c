import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { sealingKeysOf } from '../../../src/config/sealing-keys.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'allgrid-seal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const given = [Buffer.alloc(32, 'given')];
const settings = (changed: object = {}) => ({
  sealingKeys: null,
  officeSealingKeys: new Map<string, readonly Buffer[]>(),
  dataDir: folder,
  isProduction: false,
  ...changed,
});

describe('the sealing keys of offices', () => {
  it('are those of the operator, an office’s own before the city’s', async () => {
    const own = [Buffer.alloc(32, 'own')];
    const keys = await sealingKeysOf(settings({ sealingKeys: given, officeSealingKeys: new Map([['petition', own]]) }), [
      'petition',
      'housing',
    ]);
    expect(keys).toEqual(
      new Map([
        ['petition', own],
        ['housing', given],
      ]),
    );
  });

  it('are otherwise made once, of 32 random bytes that their user alone can read', async () => {
    const first = await sealingKeysOf(settings(), ['petition']);
    expect(first.get('petition')![0]).toHaveLength(32);
    expect(await sealingKeysOf(settings(), ['petition'])).toEqual(first);
    expect((await stat(join(folder, 'sealing.key'))).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readFile(join(folder, 'sealing.key'), 'utf8'), 'base64')).toEqual(first.get('petition')![0]);
  });

  it('are never made in production: the platform refuses to start, naming the offices without one', async () => {
    const own = new Map([['petition', given]]);
    await expect(sealingKeysOf(settings({ isProduction: true, officeSealingKeys: own }), ['petition', 'housing'])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'SEALING_KEY: expected a key in production (NODE_ENV=production), got none for housing.',
    });
    expect(await sealingKeysOf(settings({ isProduction: true, officeSealingKeys: own }), ['petition'])).toEqual(own);
  });
});
