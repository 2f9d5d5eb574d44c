import { hashOf, readSharedOperation } from '../../../src/web/graphiql/shared-operation.js';

describe('a link that shares an operation', () => {
  const operation = { query: '# 里村街道 & co #1\nquery Q($a: Int) { a(b: $a) }', variables: '{ "a": "100%+1" }' };

  it('gives back exactly what was put in', () => {
    expect(readSharedOperation(hashOf(operation))).toEqual(operation);
  });

  it('leaves empty variables out', () => {
    expect(hashOf({ ...operation, variables: ' \n' })).not.toContain('variables');
  });

  it('carries no headers, even if somebody writes some into it', () => {
    const hash = `${hashOf(operation)}&headers=${encodeURIComponent('{"authorization":"Bearer x"}')}`;

    expect(readSharedOperation(hash)).toEqual(operation);
  });

  it.each(['', '#', '#section', '#query=', '#variables=%7B%7D'])('holds no operation where the hash is %j', (hash) => {
    expect(readSharedOperation(hash)).toBeNull();
  });
});
