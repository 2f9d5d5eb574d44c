import { standingOf, type StatedLink } from '../../../src/features/categories/category-contradiction.js';
import type { CategoryRelation } from '../../../src/features/categories/category-relation.js';

const link = (from: string, relation: CategoryRelation, to: string, verified = false): StatedLink => {
  const [start, goal] = [from, to].map((text) => ({ standard: text[0]!, kind: 'MATTER', code: text.slice(1) })) as [
    StatedLink['from'],
    StatedLink['to'],
  ];
  return { from: start, to: goal, relation, verified };
};

test.each([
  ['another relation of the same two', link('a1', 'BROADER', 'b1'), link('a1', 'EQUIVALENT', 'b1')],
  ['the reverse relation', link('b1', 'BROADER', 'a1'), link('a1', 'BROADER', 'b1')],
  ['the very same again', link('a1', 'PART', 'b1', true), link('a1', 'PART', 'b1', true)],
  ['a second equal in the list', link('a1', 'EQUIVALENT', 'b2'), link('a1', 'EQUIVALENT', 'b1')],
  ['a second equal in the list, from the other end', link('a2', 'EQUIVALENT', 'b1'), link('b1', 'EQUIVALENT', 'a1')],
])('%s contradicts', (_, candidate, held) => {
  expect(standingOf(candidate, held)).toBe('CONTRADICTS');
});

test.each([
  ['an equal in another list', link('a1', 'EQUIVALENT', 'c1'), link('a1', 'EQUIVALENT', 'b1')],
  ['a wider one beside an equal', link('a1', 'BROADER', 'b2'), link('a1', 'EQUIVALENT', 'b1')],
  ['two of other codes', link('a2', 'EQUIVALENT', 'b2'), link('a1', 'EQUIVALENT', 'b1')],
  [
    'a component of the same number',
    { ...link('a1', 'EQUIVALENT', 'b2'), to: { standard: 'b', kind: 'COMPONENT', code: '2' } },
    link('a1', 'EQUIVALENT', 'b1'),
  ],
])('%s stands beside', (_, candidate, held) => {
  expect(standingOf(candidate, held)).toBe('APART');
});

test('a confirmed statement confirms the same one that was only transcribed, from either end', () => {
  const held = link('a1', 'NARROWER', 'b1');
  expect(standingOf(link('a1', 'NARROWER', 'b1', true), held)).toBe('CONFIRMS');
  expect(standingOf(link('b1', 'BROADER', 'a1', true), held)).toBe('CONFIRMS');
  expect(standingOf(link('a1', 'NARROWER', 'b1'), held)).toBe('CONTRADICTS');
});
