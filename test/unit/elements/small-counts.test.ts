import fc from 'fast-check';

import { type CountCell, hiddenCells, leastShown } from '../../../src/features/elements/small-counts.js';

const aCell = (changed: Partial<CountCell>): CountCell => ({
  unit: 'u',
  measure: 'elderly_aided',
  department: 'CIVIL_AFFAIRS',
  value: 9,
  community: 'c',
  township: 't',
  ...changed,
});
const ofUnits = (values: readonly (number | null)[], changed: Partial<CountCell> = {}): readonly CountCell[] =>
  values.map((value, place) => aCell({ unit: `u${place}`, value, ...changed }));
const hiddenUnits = (cells: readonly CountCell[]): readonly string[] =>
  [...hiddenCells(cells)].map(({ unit, department }) => `${unit} ${department}`).sort();

describe('small counts of sensitive kinds', () => {
  test('are hidden together with the next smallest, from which they would follow', () => {
    expect(hiddenUnits(ofUnits([3, 30, 7, 12]))).toEqual(['u0 CIVIL_AFFAIRS', 'u2 CIVIL_AFFAIRS']);
  });

  test('take nothing else along where two of them are no small number together', () => {
    expect(hiddenUnits(ofUnits([3, 4, 7]))).toEqual(['u0 CIVIL_AFFAIRS', 'u1 CIVIL_AFFAIRS']);
  });

  test('that are all nothing together take another along', () => {
    expect(hiddenUnits(ofUnits([0, 0, 7]))).toHaveLength(3);
  });

  test('are hidden like those that the office hides itself', () => {
    expect(hiddenUnits(ofUnits([null, 30, 7]))).toEqual(['u0 CIVIL_AFFAIRS', 'u2 CIVIL_AFFAIRS']);
  });

  test('take along one of the township where each unit is alone in its community', () => {
    const cells = [3, 30, 7].map((value, place) => aCell({ unit: `u${place}`, community: `c${place}`, value }));
    expect(hiddenUnits(cells)).toEqual(['u0 CIVIL_AFFAIRS', 'u2 CIVIL_AFFAIRS']);
  });

  test('are hidden for every office that counts the same of the unit', () => {
    const cells = [...ofUnits([3, 8, 9]), ...ofUnits([5, 6, 7], { department: 'POLITICAL_LEGAL' })];
    expect(hiddenUnits(cells)).toEqual(['u0 CIVIL_AFFAIRS', 'u0 POLITICAL_LEGAL', 'u1 CIVIL_AFFAIRS', 'u1 POLITICAL_LEGAL']);
  });

  test('of things are shown', () => {
    expect(hiddenUnits(ofUnits([1, 30, 7], { measure: 'shops' }))).toEqual([]);
  });
});

/** Units of one community that two offices count alike, and units that the first counts alone. */
const countedTwice = fc.record({
  both: fc.array(fc.nat(7), { minLength: 2, maxLength: 3 }),
  one: fc.array(fc.nat(7), { minLength: 2, maxLength: 3 }),
});

interface Total {
  readonly of: readonly string[];
  readonly sum: number;
}

/** Every way to fill in the hidden units that agrees with all totals, as an attacker finds it by trying; the totals are of hidden units alone. */
function fillings([unit, ...others]: readonly string[], totals: readonly Total[]): readonly ReadonlyMap<string, number>[] {
  if (unit === undefined) return totals.every(({ sum }) => sum === 0) ? [new Map<string, number>()] : [];
  const most = Math.min(...totals.filter(({ of }) => of.includes(unit)).map(({ sum }) => sum));
  return Array.from({ length: most + 1 }, (_, value) => value).flatMap((value) => {
    const left = totals.map((total) => (total.of.includes(unit) ? { ...total, sum: total.sum - value } : total));
    return fillings(others, left).map((filling) => new Map([...filling, [unit, value]]));
  });
}

test.each(['one office', 'two offices'])(
  'an attacker who knows all shown cells and all totals of %s pins no hidden cell to one value',
  (offices) => {
    let judged = 0;
    fc.assert(
      fc.property(countedTwice, ({ both, one }) => {
        const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
        // What is small as a whole is published by nobody.
        fc.pre(sumOf(both) >= leastShown && sumOf(one) >= leastShown);
        const first = ofUnits([...both, ...one]);
        const cells = offices === 'one office' ? first : [...first, ...ofUnits(both, { department: 'POLITICAL_LEGAL' })];
        const hidden = [...hiddenCells(cells)];
        const totals = [...new Set(cells.map(({ department }) => department))].map((office): Total => {
          const own = hidden.filter(({ department }) => department === office);
          return { of: own.map(({ unit }) => unit), sum: sumOf(own.map(({ value }) => value!)) };
        });
        const found = fillings([...new Set(hidden.map(({ unit }) => unit))], totals);
        for (const { unit } of hidden) expect(new Set(found.map((filling) => filling.get(unit))).size).toBeGreaterThan(1);
        judged += hidden.length;
      }),
      { numRuns: 200 },
    );
    expect(judged).toBeGreaterThan(200);
  },
);

test('nothing small of a sensitive kind is ever shown, and nothing of another kind is hidden', () => {
  const anyCell = fc.record({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    measure: fc.constantFrom('elderly_aided', 'shops'),
    department: fc.constantFrom('CIVIL_AFFAIRS', 'POLITICAL_LEGAL'),
    value: fc.option(fc.nat(12)),
    community: fc.option(fc.constantFrom('c1', 'c2')),
    township: fc.option(fc.constantFrom('t1', 't2')),
  });
  const selector = ({ unit, measure, department }: CountCell): string => `${unit} ${measure} ${department}`;
  fc.assert(
    fc.property(fc.uniqueArray(anyCell, { selector }), (cells) => {
      const hidden = hiddenCells(cells);
      expect(cells.filter((cell) => cell.measure !== 'shops' && (cell.value ?? 0) < leastShown && !hidden.has(cell))).toEqual([]);
      expect([...hidden].every(({ measure }) => measure !== 'shops')).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
