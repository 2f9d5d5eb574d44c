import type { Category, CategoryKey } from '../../../src/features/categories/category.js';
import { categoryKeyText } from '../../../src/features/categories/category.js';
import type { CategoryStep } from '../../../src/features/categories/category-link.js';
import { type CategoryRelation, turned } from '../../../src/features/categories/category-relation.js';
import { resolveCategories } from '../../../src/features/categories/resolve-categories.js';

const category = (text: string): Category => {
  const [standard, code] = text.split(' ') as [string, string];
  return { standard, kind: 'MATTER', code, nameZh: text, nameEn: null, parentCode: null };
};

type Line = readonly [from: string, relation: CategoryRelation, to: string, verified?: boolean];

function stepOf([from, relation, to, verified = false]: Line): CategoryStep {
  const ends = { from: category(from), to: category(to) };
  const rest = { evidence: `${from}→${to}`, origin: 'PACK', validFrom: '2026-07-01', validTo: null, recordedFrom: new Date(0) } as const;
  return { uuid: `${from} ${to}`, ...ends, relation, verified, ...rest };
}

/** Answers over these links; every category that a link names is known. */
function answering(lines: readonly Line[], known: readonly string[] = []) {
  const steps = lines.map(stepOf).flatMap((step) => [step, { ...step, from: step.to, to: step.from, relation: turned(step.relation) }]);
  const names = new Set([...lines.flatMap(([from, , to]) => [from, to]), ...known]);
  const byKey = (keys: readonly CategoryKey[]) =>
    Promise.resolve(keys.map(({ standard, code }) => (names.has(`${standard} ${code}`) ? category(`${standard} ${code}`) : null)));
  const asked: number[] = [];
  const ofKeys = (keys: readonly CategoryKey[]) => {
    asked.push(keys.length);
    return Promise.resolve(keys.map((key) => steps.filter((step) => categoryKeyText(step.from) === categoryKeyText(key))));
  };
  const sources = {
    categories: { byKey, all: () => Promise.resolve([]) },
    links: { ofKeys, byUuid: () => Promise.resolve(null) },
  };
  const ask = async (code: string, to: readonly string[] | null = null) => {
    const [answer] = await resolveCategories([category(code)], { to, at: '2026-11-22', knownAt: null }, sources);
    const links = answer!.links.map(({ category: other, relation, path }) => [
      `${other.standard} ${other.code}`,
      relation,
      path.map((step) => `${step.to.standard} ${step.to.code}`).join(' → '),
    ]);
    return { status: answer!.status, links };
  };
  return { ask, asked };
}

const generations: readonly Line[] = [
  ['cj 0102', 'EQUIVALENT', 'old 0110'],
  ['old 0110', 'EQUIVALENT', 'new 06010'],
];

test('three generations of one matter are one, from either end, and the path says by way of which', async () => {
  const { ask } = answering(generations);
  expect(await ask('cj 0102', ['new'])).toEqual({ status: 'MAPPED', links: [['new 06010', 'EQUIVALENT', 'old 0110 → new 06010']] });
  expect(await ask('new 06010', ['cj'])).toEqual({ status: 'MAPPED', links: [['cj 0102', 'EQUIVALENT', 'old 0110 → cj 0102']] });
});

test('what is known and linked to nothing is UNMAPPED, what no standard has is UNKNOWN', async () => {
  const { ask } = answering(generations, ['old 0999']);
  expect(await ask('old 0999')).toEqual({ status: 'UNMAPPED', links: [] });
  expect(await ask('old 0998')).toEqual({ status: 'UNKNOWN', links: [] });
  expect(await ask('cj 0102', ['petition'])).toEqual({ status: 'UNMAPPED', links: [] });
});

test('two equals in one list contradict: AMBIGUOUS, whether each was declared or follows', async () => {
  const outright = answering([...generations, ['old 0110', 'EQUIVALENT', 'new 06011']]);
  expect((await outright.ask('old 0110', ['new'])).status).toBe('AMBIGUOUS');
  expect((await outright.ask('cj 0102', ['new'])).status).toBe('AMBIGUOUS');
  const following = answering([...generations, ['cj 0102', 'EQUIVALENT', 'new 06011']]);
  expect((await following.ask('cj 0102', ['new'])).status).toBe('AMBIGUOUS');
  expect((await following.ask('cj 0102', ['old'])).status).toBe('MAPPED');
});

test('what was declared outright comes before what follows, and of what follows the strongest', async () => {
  const declared = answering([...generations, ['cj 0102', 'PART', 'new 06010']]);
  expect((await declared.ask('cj 0102', ['new'])).links).toEqual([['new 06010', 'PART', 'new 06010']]);
  const twoWays = answering([
    ['a 1', 'PART', 'b 1'],
    ['b 1', 'EQUIVALENT', 'd 1'],
    ['a 1', 'BROADER', 'c 1'],
    ['c 1', 'EQUIVALENT', 'e 1'],
    ['e 1', 'EQUIVALENT', 'd 1'],
  ]);
  expect((await twoWays.ask('a 1', ['d'])).links).toEqual([['d 1', 'BROADER', 'c 1 → e 1 → d 1']]);
});

test('down and up again shares a part; up and down again says nothing', async () => {
  const { ask } = answering([
    ['a 1', 'NARROWER', 'b 1'],
    ['b 1', 'BROADER', 'c 1'],
    ['x 1', 'BROADER', 'y 1'],
    ['y 1', 'NARROWER', 'z 1'],
  ]);
  expect((await ask('a 1', ['c'])).links).toEqual([['c 1', 'PART', 'b 1 → c 1']]);
  expect(await ask('x 1', ['z'])).toEqual({ status: 'UNMAPPED', links: [] });
});

test('of two paths as long, the confirmed one is shown', async () => {
  const { ask } = answering([
    ['a 1', 'EQUIVALENT', 'b 1'],
    ['b 1', 'EQUIVALENT', 'd 1'],
    ['a 1', 'EQUIVALENT', 'c 1', true],
    ['c 1', 'EQUIVALENT', 'd 1', true],
  ]);
  expect((await ask('a 1', ['d'])).links).toEqual([['d 1', 'EQUIVALENT', 'c 1 → d 1']]);
});

test('a ring of links ends, and no path goes further than four links', async () => {
  const chain: readonly Line[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((list, place, all) => [
    `${list} 1`,
    'EQUIVALENT',
    `${all[(place + 1) % all.length]!} 1`,
  ]);
  const { ask, asked } = answering(chain);
  expect((await ask('a 1')).links.map(([other]) => other)).toEqual(['b 1', 'c 1', 'd 1', 'e 1', 'f 1']);
  expect(asked).toHaveLength(4);
  const line = answering(chain.slice(0, 5));
  expect((await line.ask('a 1')).links.map(([other]) => other)).toEqual(['b 1', 'c 1', 'd 1', 'e 1']);
});
