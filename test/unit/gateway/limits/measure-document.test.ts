import { parse } from 'graphql';

import { excessOf } from '../../../../src/gateway/limits/limits-rule.js';
import { measureDocument } from '../../../../src/gateway/limits/measure-document.js';

describe('the measure of a document', () => {
  const depthOf = (text: string): number => measureDocument(parse(text)).depth;

  it.each([
    ['{ a }', 1],
    ['{ a { b { c } } }', 3],
    ['{ a { ... on T { b { ... { c } } } } }', 3],
    ['{ a { ...F } } fragment F on T { b { ...G } } fragment G on U { c { d } }', 4],
    ['{ x } query Deep { a { b } }', 2],
    ['{ __schema { types { fields { type { ofType { ofType { name } } } } } } }', 1],
    ['{ a { ...F } } fragment F on T { b { ...F } }', 2],
  ])('counts fields within each other, wherever their fragments stand: %s is %i deep', (text, depth) => {
    expect(depthOf(text)).toBe(depth);
  });

  it('counts aliases of everything but __typename, and directives wherever they stand', () => {
    const text = 'query Q($a: Int @x) { a: b c: __typename d { e: f @skip(if: true) ...F @include(if: true) } } fragment F on T { g: h }';
    expect(measureDocument(parse(text))).toEqual({ depth: 2, aliases: 3, directives: 3, fragments: 1, inputDepth: 0 });
  });

  it('counts values within each other', () => {
    expect(measureDocument(parse('{ a(b: { c: [{ d: 1 }] }, e: [1]) { f(g: {}) } }')).inputDepth).toBe(3);
  });

  it('goes into a fragment once, though each spreads the next one twice', () => {
    const fragments = Array.from({ length: 49 }, (_, place) => `fragment F${place} on T { a { ...F${place + 1} } b { ...F${place + 1} } }`);
    const text = `{ ...F0 } ${fragments.join(' ')} fragment F49 on T { a }`;
    expect(depthOf(text)).toBe(50);
  });
});

describe('a document beyond a limit', () => {
  const within = { depth: 12, aliases: 15, directives: 50, fragments: 50, inputDepth: 32 };

  it('is refused with the limit and what came; one at the limit is not', () => {
    expect(excessOf(within)).toBeNull();
    const excesses = [excessOf({ ...within, depth: 13 }), excessOf({ ...within, aliases: 16 }), excessOf({ ...within, directives: 51 })];
    expect(excesses.map((error) => [error?.code, error?.details])).toEqual([
      ['QUERY_TOO_DEEP', { limit: 12, actual: 13 }],
      ['QUERY_ALIASES', { limit: 15, actual: 16 }],
      ['LIMIT', { limit: 50, actual: 51 }],
    ]);
  });
});
