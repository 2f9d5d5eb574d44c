import { buildSchema } from 'graphql';

import { documentIdOf } from '../../../../src/gateway/documents/document-id.js';
import { pinnableDocuments } from '../../../../src/gateway/documents/pinnable-documents.js';

const schema = buildSchema(`
  type Query { things(first: Int = 20): ThingConnection! thing(name: String): Thing }
  type ThingConnection { nodes: [Thing!]! }
  type Thing { id: ID! thing: Thing things(first: Int = 20): ThingConnection! }
`);

describe('a document that is to be pinned', () => {
  const read = pinnableDocuments(schema);
  const refusal = (code: string) => expect.objectContaining({ code }) as Error;
  const nested = (inner: string): string => `{ things(first: 100) { nodes { things(first: 100) { nodes { ${inner} } } } } }`;

  it('is known by the hash of its text, and its cost is told with the usual pages', () => {
    const text = 'query Q($n: Int) { things(first: $n) { nodes { id } } }';
    expect(read(text, 'TRUSTED')).toEqual({ id: documentIdOf(text), cost: 21 });
  });

  it('may cost so much as those whom it is for may ask', () => {
    const text = nested('thing { id } thing { thing { id } }').replace(
      'things(first: 100) { nodes { things',
      'things(first: 80) { nodes { things',
    );
    expect(read(text, 'FREE').cost).toBeGreaterThan(20_000);
    expect(() => read(text, 'TRUSTED')).toThrow(refusal('QUERY_COST'));
  });

  const bad: readonly (readonly [string, string, string])[] = [
    ['that does not parse', '{ things', 'BAD_USER_INPUT'],
    ['that asks for what does not exist', '{ thingz { nodes { id } } }', 'BAD_USER_INPUT'],
    ['of two operations', 'query A { thing { id } } query B { thing { id } }', 'BAD_USER_INPUT'],
    ['of no operation', 'fragment F on Thing { id }', 'BAD_USER_INPUT'],
    ['that declares types', '{ thing { id } } type Other { id: ID }', 'BAD_USER_INPUT'],
    ['of a long text', `{ thing { id } } #${' '.repeat(40_000)}`, 'BAD_USER_INPUT'],
    ['with a NUL', '{ thing { id } } # \u0000', 'TEXT_INVALID'],
    ['of many tokens', `{ thing { ${'id '.repeat(2_100)} } }`, 'QUERY_TOKENS'],
    ['of many aliases', `{ thing { ${Array.from({ length: 16 }, (_, place) => `a${place}: id`).join(' ')} } }`, 'QUERY_ALIASES'],
    ['that goes deep', `{ ${'thing { '.repeat(13)}id${' }'.repeat(13)} }`, 'QUERY_TOO_DEEP'],
    ['that is dear', nested('things(first: 100) { nodes { id } }'), 'QUERY_COST'],
  ];
  it.each(bad)('is refused where it is one %s', (_what, text, code) => {
    expect(() => read(text, 'FREE')).toThrow(refusal(code));
  });
});
