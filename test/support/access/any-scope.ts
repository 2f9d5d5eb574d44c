import fc from 'fast-check';

import { cityOwner, type DataClass, dataClasses, type Reading, type Scope } from '../../../src/kernel/scope.js';
import { codes, gridUuids, type KnownRow, offices, organisations } from './a-city-of-rows.js';
import { aScope } from './a-scope.js';

const owners = [...offices, cityOwner];

const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.constant({ owners: null, conditional: [] }),
  fc.subarray(owners).chain((read) => fc.subarray(read).map((conditional) => ({ owners: read, conditional }))),
);

/** Any scope over the rows of `aCityOfRows`, those that show nothing and those that show everything among them. */
export const anyScope: fc.Arbitrary<Scope> = fc
  .record({
    jurisdiction: fc.option(
      fc.record({
        counties: fc.subarray([...codes.counties, 'nowhere']),
        townships: fc.subarray([...codes.townships]),
        communities: fc.subarray([...codes.communities, 'old', 'unheard']),
      }),
    ),
    gridUuids: fc.option(fc.subarray([...gridUuids]), { freq: 2 }),
    organisation: fc.option(fc.constantFrom(...organisations, 'NOBODY')),
    readings: fc.tuple(...dataClasses.map(() => reading)),
  })
  .map(({ readings, ...scope }) =>
    aScope({ ...scope, readings: Object.fromEntries(dataClasses.map((name, nth) => [name, readings[nth]!])) as Scope['readings'] }),
  );

/** What a scope shows, told from the rows alone: the rule in plain words, beside which the SQL is held. */
export function isSeen(row: KnownRow, dataClass: DataClass, scope: Scope): boolean {
  if (dataClass === 'MATTERS' && scope.organisation !== null && row.inHandsOf.includes(scope.organisation)) return true;
  const { owners: read } = scope.readings[dataClass];
  if (read !== null && !read.includes(row.department ?? cityOwner)) return false;
  if (scope.gridUuids !== null && !scope.gridUuids.some((grid) => grid === row.place.grid)) return false;
  if (scope.jurisdiction === null) return true;
  const { counties, townships, communities } = scope.jurisdiction;
  const within: readonly (string | null)[] = [...counties, ...townships, ...communities];
  return [row.place.county, row.place.township, row.place.community].some((code) => code !== null && within.includes(code));
}
