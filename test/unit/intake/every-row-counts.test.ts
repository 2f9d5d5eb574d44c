import fc from 'fast-check';

import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let engine: OverlayEngine;
let pack: PackCopy;

beforeAll(async () => {
  [engine, pack] = await Promise.all([openGeosOverlayEngine(), PackCopy.make()]);
});
afterAll(async () => {
  engine.dispose();
  await pack.remove();
});

/** Cells as offices write them, right and wrong, none of which breaks a row in two. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '0001',
    '0002',
    '0003',
    '1',
    '1.1E+17',
    'lighthouse/beam',
    'ships',
    '42',
    '-1',
    '2026-02-20',
    '2026-02-30',
    '锟斤拷',
    ' 0001',
    '__proto__',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n",\uFEFF]/g, ' ')),
);
const row = fc.oneof(
  { weight: 4, arbitrary: fc.array(cell, { minLength: 5, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(cell, { minLength: 2, maxLength: 7 }) },
);

test('whatever an office writes, accepted and quarantined rows are all rows, and every refused one says why', async () => {
  const property = fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
    const written = rows.filter((cells) => cells.join(',') !== '');
    await pack.write(
      'lighthouse/counts.csv',
      ['layer,local_id,measure,value,as_of', ...written.map((cells) => cells.join(','))].join('\n'),
    );
    const intake = new InMemoryIntake([lighthouse, orchard], engine, new Date('2026-03-01T04:00:00Z'));
    const { runs } = await intake.importPack(pack.folder);
    const run = runs.find(({ department }) => department === 'LIGHTHOUSE')!;
    const refused = intake.quarantined.filter(({ file }) => file === 'lighthouse/counts.csv');
    const kept = intake.fronts.get('lighthouse')!.counts.length;
    expect({ read: run.read, sum: run.accepted + run.quarantined, ofFile: kept + refused.length }).toEqual({
      read: run.read,
      sum: run.read,
      ofFile: written.length,
    });
    expect(refused.every(({ rule, remedy, rowNumber }) => rule.includes('expected ') && remedy !== '' && rowNumber !== null)).toBe(true);
  });
  // fast-check prints the seed and the smallest failing rows.
  await fc.assert(property, { numRuns: process.env['SCALE'] === 'full' ? 500 : 40 });
});
