import { buildSchema, parse } from 'graphql';

import { OperationCosts } from '../../../../src/gateway/limits/operation-costs.js';

const schema = buildSchema(`
  type Query { things(first: Int = 20): ThingConnection! nodes(ids: [ID!]!): [Node]! thing: Thing city: City! }
  interface Node { id: ID! }
  type City { name: String }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! pageInfo: PageInfo! totalCount: Int }
  type ThingEdge { cursor: String node: Thing! }
  type PageInfo { hasNextPage: Boolean }
  type Thing implements Node { id: ID! parts: [Thing!]! things(first: Int = 100): ThingConnection! latest(first: Int): [Thing!]! owner: City }
`);

describe('the cost of an operation in objects', () => {
  const costs = new OperationCosts(schema);
  const costOf = (text: string, variables: Readonly<Record<string, unknown>> = {}): number =>
    costs.of({ document: parse(text), operationName: null, variables }, 'FREE').requested;

  it.each([
    ['scalars cost nothing', '{ city { name } }', 1],
    ['a page costs its size', '{ things(first: 5) { nodes { id } } }', 6],
    ['a page without a size costs the usual one', '{ things { nodes { id } pageInfo { hasNextPage } } }', 22],
    ['an explicit null is the usual one', '{ things(first: null) { totalCount nodes { id } } }', 21],
    ['edges cost themselves and their nodes', '{ things(first: 5) { edges { node { owner { name } } } } }', 16],
    ['pages within pages multiply', '{ things(first: 10) { nodes { things(first: 20) { nodes { id } } } } }', 221],
    ['a list without a page is taken for ten', '{ thing { parts { parts { id } } } }', 111],
    ['a plain list with a size has it', '{ thing { latest(first: 3) { id } } }', 4],
    ['each id costs one', '{ nodes(ids: ["a", "b", "c"]) { id ... on Thing { owner { name } } } }', 6],
    ['a fragment costs as often as it is spread', '{ a: thing { ...F } b: thing { ...F } } fragment F on Thing { parts { id } }', 22],
    ['a page goes through fragments', '{ things(first: 7) { ...C } } fragment C on ThingConnection { nodes { id } }', 8],
    ['no page is larger than any that is allowed', '{ things(first: 2000000000) { nodes { id } } }', 1_001],
  ])('%s', (_what, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it('follows variables: of pages, of lists, by default and within fragments', () => {
    const page =
      'query Q($n: Int = 3) { things(first: $n) { ...C } } fragment C on ThingConnection { nodes { things(first: $n) { nodes { id } } } }';
    expect([costOf(page), costOf(page, { n: 10 }), costOf(page, { n: null })]).toEqual([1 + 3 * 5, 1 + 10 * 12, 1 + 20 * 102]);
    expect(costOf('query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(2);
  });

  it('reckons fragments that spread each other twice without doubling the work', () => {
    const fragment = (place: number): string =>
      `fragment F${place} on Thing { a: things(first: $n) { nodes { ...F${place + 1} } } b: owner { name } c: latest(first: $n) { ...F${place + 1} } }`;
    const text = `query Q($n: Int) { thing { ...F0 } } ${Array.from({ length: 45 }, (_, place) => fragment(place)).join(' ')} fragment F45 on Thing { id }`;
    expect(costOf(text, { n: 100 })).toBe(Number.MAX_SAFE_INTEGER);
  });
});
