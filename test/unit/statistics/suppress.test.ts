import fc from 'fast-check';

import { isSuppressed, suppressedAmong } from '../../../src/features/statistics/figures/suppress.js';
import type { FactRow } from '../../../src/features/statistics/ports.js';
import { groupBy } from '../../../src/kernel/group-by.js';
import { seeded } from '../../support/geometry/seeded.js';

/** Groups by one or two keys, many of them small and with sealed matters of others. */
const groups = fc.integer({ min: 1, max: 2 }).chain((width) =>
  fc.uniqueArray(
    fc.record({
      keys: fc.array(fc.constantFrom('A', 'B', 'C', null), { minLength: width, maxLength: width }),
      matters: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 })),
      sealed: fc.boolean(),
    }),
    { selector: ({ keys }) => JSON.stringify(keys), maxLength: 16 },
  ),
);

const rowsOf = (drawn: readonly { keys: readonly (string | null)[]; matters: number; sealed: boolean }[]): readonly FactRow[] =>
  drawn.map(({ keys, matters, sealed }) => ({ keys, matters, sealedOfOthers: sealed ? 1 : 0, facts: {} }));

/** What whoever knows the total of a line may still believe of each hidden group: from so many matters to so many. */
function believed(line: readonly FactRow[], hidden: ReadonlySet<FactRow>): { readonly least: number; readonly most: number } | null {
  const unseen = line.filter((group) => hidden.has(group));
  if (unseen.length === 0) return null;
  const total = line.reduce((sum, { matters }) => sum + matters, 0);
  const left = line.filter((group) => !hidden.has(group)).reduce((sum, { matters }) => sum - matters, total);
  return { least: unseen.length === 1 ? left : 1, most: left - (unseen.length - 1) };
}

test('no small group is computed as a total less the others, whether of all groups, of a row or of a column', () => {
  seeded(
    fc.property(groups, (drawn) => {
      const rows = rowsOf(drawn);
      const hidden = suppressedAmong(rows);
      for (const row of rows) if (isSuppressed(row)) expect(hidden.has(row)).toBe(true);
      const width = rows[0]?.keys.length ?? 0;
      const shared = width < 2 ? [] : [0, 1].flatMap((place) => [...groupBy(rows, ({ keys }) => keys[place] ?? null).values()]);
      for (const line of [rows, ...shared]) {
        const known = believed(line, hidden);
        // A line that shows nothing at all is no sum of this answer.
        if (known === null || line.every((row) => hidden.has(row))) continue;
        expect(known.most).toBeGreaterThan(known.least);
      }
    }),
    500,
  );
});

test('where nothing is small nothing is hidden, and beside what is small no more than needed', () => {
  const of = (...matters: readonly number[]): readonly FactRow[] =>
    matters.map((count, nth) => ({ keys: [String(nth)], matters: count, sealedOfOthers: nth === 0 ? 1 : 0, facts: {} }));
  const shown = (rows: readonly FactRow[]): readonly (number | null)[] => {
    const hidden = suppressedAmong(rows);
    return rows.map((row) => (hidden.has(row) ? null : row.matters));
  };
  expect(shown(of(3, 4, 5))).toEqual([3, 4, 5]);
  expect(shown(of(2, 9, 4, 30))).toEqual([null, 9, null, 30]);
  // Two of one each would be told by their sum.
  expect(shown(of(1, 1, 8, 30))).toEqual([null, null, null, 30]);
});
