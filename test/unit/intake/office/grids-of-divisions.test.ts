import fc from 'fast-check';

import { politicalLegal } from '../../../../src/departments/political-legal/index.js';
import { readLayer } from '../../../../src/features/intake/office/layer-intake.js';
import { rowsOfObjects } from '../../../../src/features/intake/push/object-rows.js';
import { BoundaryRule } from '../../../../src/features/intake/row-rules/boundary.js';
import { seededAsync } from '../../../support/geometry/seeded.js';
import { aRegister, aTally, communities } from '../../../support/intake/a-register.js';

const layer = {
  key: 'political-legal/basic',
  name: { zh: '综治基础网格', en: 'Basic grid' },
  ...{ partition: true, primary: true, idScheme: 'cn-12-plus-3', synthetic: true },
  units: { path: 'grids.csv', format: 'csv' },
} as const;

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

/** Grid codes as offices send them: of a community that stands, of one that is gone, of one that never was, of 10, 12 and 14 digits. */
const gridCode = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...communities.standing), digits(3)).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...communities.ended), digits(3)).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: digits(12).map((code) => `99${code.slice(2)}001`) },
  fc.constantFrom(10, 12, 14).chain(digits),
);
/** What the row says of its division. */
const division = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...communities.standing),
  fc.constantFrom(...communities.ended),
  fc.constantFrom('360203', '360299999999', '3602030110', '36020301100101'),
);
const row = fc.record({ local_id: gridCode, division, valid_to: fc.constantFrom('', '', '', '2023-07-01') });

async function read(rows: readonly { readonly local_id: string; readonly division: string; readonly valid_to: string }[]) {
  const { tally, refused } = aTally();
  const objects = rows.map((one) => ({ name: '网格', valid_from: '2022-03-01', grid_kind: 'BASIC', ...one }));
  const { units } = await readLayer({
    layer,
    register: aRegister(),
    idRules: politicalLegal.idRules,
    own: politicalLegal.unitFields,
    rules: politicalLegal.rowRules,
    source: rowsOfObjects(objects, { areDrawn: true }),
    tally,
    boundaries: new BoundaryRule([116.9, 28.6, 117.8, 30.05], { repair: () => null } as never),
    ground: new Map(),
  });
  await tally.flush();
  return { units, refused, counts: tally.counts };
}

describe('A63: a grid code of a division', () => {
  test('that is malformed, unknown or gone is quarantined with a reason, and quarantined + accepted = rows read', async () => {
    const property = fc.asyncProperty(fc.array(row, { maxLength: 25 }), async (rows) => {
      const { units, refused, counts } = await read(rows);
      expect(counts).toEqual({ read: rows.length, accepted: units.length, quarantined: refused.length });
      expect(refused.filter(({ rule, remedy, field }) => !rule.includes('expected ') || remedy === '' || field === null)).toEqual([]);
      const standing: readonly string[] = communities.standing;
      const ended: readonly string[] = communities.ended;
      const wrong = units.filter(({ localId, validTo, divisionCode }) => {
        const begins = localId.slice(0, 12);
        const known = standing.includes(begins) || (validTo !== null && ended.includes(begins));
        return localId.length !== 15 || !known || (divisionCode !== null && validTo === null && ended.includes(divisionCode));
      });
      expect(wrong).toEqual([]);
    });
    await seededAsync(property, process.env['SCALE'] === 'full' ? 500 : 60);
  });

  test.each(['360203011001001', '360203003002999'])('of a community that stands is taken: %s', async (local_id) => {
    expect((await read([{ local_id, division: local_id.slice(0, 12), valid_to: '' }])).units.map(({ localId }) => localId)).toEqual([
      local_id,
    ]);
  });

  test('of a community that is gone is told what began beside it on that day, in its id as in its division', async () => {
    const { refused } = await read([
      { local_id: '360203100200001', division: '', valid_to: '' },
      { local_id: '360203011001001', division: '360203100200', valid_to: '' },
    ]);
    const successors =
      '樊家井村委会 stood until 2023-07-01, when 樊家井社区居委会 360203011001, 湖田社区居委会 360203011002 began beside it';
    expect(refused.map(({ rowNumber, field, value }) => [rowNumber, field, value])).toEqual([
      [1, 'local_id', '360203100200001'],
      [2, 'division', '360203100200'],
    ]);
    expect(refused.filter(({ remedy }) => !remedy.startsWith(successors))).toEqual([]);
  });
});
