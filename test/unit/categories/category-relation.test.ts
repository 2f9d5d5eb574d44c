import { type CategoryRelation, categoryRelations, composed, turned } from '../../../src/features/categories/category-relation.js';

const table: readonly (readonly [CategoryRelation, CategoryRelation, CategoryRelation | null])[] = [
  ['EQUIVALENT', 'EQUIVALENT', 'EQUIVALENT'],
  ['EQUIVALENT', 'BROADER', 'BROADER'],
  ['EQUIVALENT', 'NARROWER', 'NARROWER'],
  ['EQUIVALENT', 'PART', 'PART'],
  ['BROADER', 'EQUIVALENT', 'BROADER'],
  ['BROADER', 'BROADER', 'BROADER'],
  ['BROADER', 'NARROWER', null],
  ['BROADER', 'PART', null],
  ['NARROWER', 'EQUIVALENT', 'NARROWER'],
  ['NARROWER', 'BROADER', 'PART'],
  ['NARROWER', 'NARROWER', 'NARROWER'],
  ['NARROWER', 'PART', 'PART'],
  ['PART', 'EQUIVALENT', 'PART'],
  ['PART', 'BROADER', 'PART'],
  ['PART', 'NARROWER', null],
  ['PART', 'PART', null],
];

test.each(table)('%s, then %s, is %s', (first, then, whole) => {
  expect(composed(first, then)).toBe(whole);
});

test('the table above leaves no pair out', () => {
  expect(new Set(table.map(([first, then]) => `${first} ${then}`)).size).toBe(categoryRelations.length ** 2);
});

// Categories as sets of four cases, a bit each: all 15 that are not empty, in all triples.
const sets = Array.from({ length: 15 }, (_, index) => index + 1);

/** Whether a relation is true of two sets; PART says only that they share a case. */
function holds(relation: CategoryRelation, a: number, b: number): boolean {
  if (relation === 'EQUIVALENT') return a === b;
  if (relation === 'BROADER') return (a & b) === a;
  if (relation === 'NARROWER') return (a & b) === b;
  return (a & b) > 0;
}

test.each(table)('what %s and %s give (%s) is true of every three categories of which they are true', (first, then, whole) => {
  const triples = sets.flatMap((a) => sets.flatMap((b) => sets.map((c) => [a, b, c] as const)));
  const apt = triples.filter(([a, b, c]) => holds(first, a, b) && holds(then, b, c));

  expect(apt.length).toBeGreaterThan(0);
  if (whole !== null) expect(apt.filter(([a, , c]) => !holds(whole, a, c))).toEqual([]);
  else expect(apt.some(([a, , c]) => (a & c) === 0)).toBe(true);
});

test('the way back of two links is the two ways back, in reverse', () => {
  for (const [first, then, whole] of table) expect(composed(turned(then), turned(first))).toBe(whole === null ? null : turned(whole));
});
