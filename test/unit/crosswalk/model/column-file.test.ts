import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import { readColumnFile, writeColumnFile } from '../../../../src/features/crosswalk/storage/column-file.js';
import { seededAsync } from '../../../support/geometry/seeded.js';

const folder = mkdtempSync(join(tmpdir(), 'allgrid-columns-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'kept', 'now.bin');
const wanted = (): Promise<void> => Promise.resolve();

const content = {
  units: {
    size: 3,
    uuids: Uint8Array.of(1, 2, 3),
    areas: Float64Array.of(0.1, NaN, -0),
    codes: { numbers: Uint32Array.of(7), values: ['陶溪川', null] },
  },
  rows: { starts: new Uint32Array(0), kinds: Uint16Array.of(65_535), households: Int32Array.of(-1) },
};

test('what was written is read again to the last bit, whatever stands in it', async () => {
  await writeColumnFile(path, { city: '360200' }, content);

  await expect(readColumnFile(path, wanted)).resolves.toEqual(content);
  expect(readdirSync(join(folder, 'kept'))).toEqual(['now.bin']);
});

test('a file that is not there is nothing, and the new one takes the place of the old one', async () => {
  await expect(readColumnFile(join(folder, 'none.bin'), wanted)).resolves.toBeNull();
  await writeColumnFile(path, {}, { first: Uint8Array.of(1) });
  await writeColumnFile(path, {}, { second: Uint8Array.of(2) });

  await expect(readColumnFile(path, wanted)).resolves.toEqual({ second: Uint8Array.of(2) });
});

test('the reader may refuse by what the file is about, before any column is read', async () => {
  await writeColumnFile(path, { city: '360200' }, content);
  const refusal = readColumnFile(path, (about) => Promise.reject(new Error(`not of ${JSON.stringify(about)}`)));

  await expect(refusal).rejects.toThrow('not of {"city":"360200"}');
});

test('a file with any bit turned, or cut short anywhere, or grown, is refused', async () => {
  await writeColumnFile(path, { city: '360200' }, content);
  const whole = readFileSync(path);
  const damaged = join(folder, 'damaged.bin');
  const place = fc.nat({ max: whole.length - 1 });

  await seededAsync(
    fc.asyncProperty(place, fc.nat({ max: 7 }), place, async (at, bit, length) => {
      const turned = Buffer.from(whole);
      turned[at]! ^= 1 << bit;
      for (const bytes of [turned, whole.subarray(0, length), Buffer.concat([whole, Buffer.alloc(1)])]) {
        writeFileSync(damaged, bytes);
        await expect(readColumnFile(damaged, wanted)).rejects.toThrow();
      }
    }),
    300,
  );
});
