import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { getIntrospectionQuery } from 'graphql';

import { packageRoot } from '../../src/config/package-root.js';
import { documentIdOf } from '../../src/gateway/documents/document-id.js';
import { AbusedCity } from '../support/abuse/abused-city.js';
import type { HttpAnswer, Variables } from '../support/gateway/graphql-client.js';

describe('hostile documents are refused before anything runs', () => {
  let city: AbusedCity;
  beforeAll(async () => {
    city = await AbusedCity.start();
  }, 120_000);
  afterAll(() => city.stop());

  type Headers = Readonly<Record<string, string>>;
  const ask = (query: string, variables: Variables = {}, headers: Headers = {}) => city.client.ask(query, variables, headers);
  /** Each query is refused with one error of a code, without data, as JSON; and all that the city promises holds. */
  const refused = (code: string, queries: readonly string[], variables: Variables = {}): Promise<void> =>
    city.endures(async () => {
      const answers = await Promise.all(queries.map((query) => ask(query, variables)));
      expect(answers.map(codesOf)).toEqual(queries.map(() => [code]));
      for (const { data, status } of answers) expect([data ?? null, code === 'BAD_USER_INPUT' ? 400 : status]).toEqual([null, 400]);
      return answers.map(({ text }) => text);
    });
  const codesOf = ({ errors }: HttpAnswer) => errors.map(({ extensions }) => extensions.code);
  const times = (count: number, of: (place: number) => string): string => Array.from({ length: count }, (_, place) => of(place)).join(' ');

  test('A08: aliases of a scalar and of node are refused beyond 15', async () => {
    const scalars = (count: number): string => `{ city { ${times(count, (place) => `a${place}: code`)} } }`;
    await refused('QUERY_ALIASES', [scalars(16), scalars(100), `{ ${times(16, (place) => `n${place}: node(id: "x") { id }`)} }`]);
    await refused('QUERY_TOKENS', [scalars(10_000)]);
    expect((await ask(scalars(15))).errors).toEqual([]);
    expect((await ask(`{ city { ${times(40, (place) => `t${place}: __typename`)} } }`)).errors).toEqual([]);
  });

  test('A09: depth is refused beyond 12, and beyond all depth as tokens', async () => {
    const deep = (levels: number): string =>
      `{ division(code: "990101") { ${'parent { '.repeat(levels - 2)}name${' }'.repeat(levels - 2)} } }`;
    await refused('QUERY_TOO_DEEP', [deep(13), deep(300)]);
    await refused('QUERY_TOKENS', [deep(30_000)]);
    expect((await ask(deep(12))).errors).toEqual([]);
  });

  test('A10: 2,001 tokens and a megabyte of commas and comments', async () => {
    const tokens = (count: number): string => `{ city { ${'code '.repeat(count - 6)}} }`;
    await refused('QUERY_TOKENS', [tokens(2_100)]);
    await city.endures(async () => {
      const answers = await Promise.all(
        [`{ city { code } } ${','.repeat(1_000_000)}`, `{ city { code } } ${'#\n'.repeat(400_000)}`].map((query) => ask(query)),
      );
      return answers.map(({ text }) => text);
    });
  });

  test('A11: unknown and known directives by the thousand', async () => {
    await refused('LIMIT', [
      `{ city { code ${times(200, (place) => `@unknown${place}`)} } }`,
      `{ city { code ${'@include(if: true) '.repeat(60)} } }`,
    ]);
    await refused('QUERY_TOKENS', [
      `{ city { code ${'@unknown '.repeat(2_000)} } }`,
      `{ city { code ${'@include(if: true) '.repeat(2_000)} } }`,
    ]);
  });

  test('A12: fragments that spread themselves or nothing', async () => {
    await refused('GRAPHQL_VALIDATION_FAILED', ['{ city { ...A } } fragment A on City { ...A }']);
    await refused('LIMIT', [`{ city { code } } ${times(100, (place) => `fragment F${place} on City { code }`)}`]);
    await refused('QUERY_TOKENS', [`{ city { code } } ${times(1_500, (place) => `fragment F${place} on City { code }`)}`]);
    const circle = times(40, (place) => `fragment F${place} on City { ...F${(place + 1) % 40} }`);
    await city.endures(async () => {
      const answer = await ask(`{ city { ...F0 } } ${circle}`);
      expect(new Set(codesOf(answer))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
      return [answer.text];
    });
  });

  test('A13: 15,000 equal fields; those within the tokens are answered', async () => {
    await refused('QUERY_TOKENS', [`{ city { ${'code '.repeat(15_000)}} }`]);
    expect((await ask(`{ city { ${'code '.repeat(500)}} }`)).data).toEqual({
      city: { code: city.city.platform.running.models.current().city.code },
    });
  });

  test('A14: inline fragments within each other (GHSA-fc86)', async () => {
    const wide = `{ city { ${times(60, (place) => `... on City { code ... on City { nameZh n${place % 10}: nameEn } }`)} } }`;
    await city.endures(async () => {
      const answers = await Promise.all([ask(wide), ask(`{ city { ${times(200, () => `... on City { ${'code '.repeat(100)}}`)} } }`)]);
      expect(answers.map((answer) => codesOf(answer)[0])).toEqual(['QUERY_ALIASES', 'QUERY_TOKENS']);
      return answers.map(({ text }) => text);
    });
    // 200 fragments of 100, as the report has them, and as many as the tokens allow: beside, in and within each other.
    const [beside, within] = [(count: number) => times(count, () => '... on City { code }'), '... on City { '];
    await refused('QUERY_TOKENS', [`{ city { ${times(200, () => `${within}${beside(100)} }`)} } }`]);
    await city.endures(async () => {
      const allowed = [times(15, () => `${within}${beside(20)} }`), `${within.repeat(390)}code${' }'.repeat(390)}`];
      const objects = times(200, () => '... on Division { parent { name } }');
      const answers = await Promise.all([
        ...allowed.map((body) => ask(`{ city { ${body} } }`)),
        ask(`{ division(code: "990101") { ${objects} } }`),
      ]);
      expect(answers.map(codesOf)).toEqual([[], [], []]);
      return answers.map(({ text }) => text);
    });
  });

  test('A15: no page size but 1 to 100', async () => {
    await refused(
      'BAD_USER_INPUT',
      ['99999999', '0', '-1', 'null'].map((first) => `{ allElementsGrids(first: ${first}) { totalCount } }`),
    );
    await refused('GRAPHQL_VALIDATION_FAILED', ['{ allElementsGrids(first: 2147483648) { totalCount } }']);
    const sized = 'query Q($first: Int) { allElementsGrids(first: $first) { totalCount } }';
    for (const first of [99_999_999, 0, -1, 2 ** 31]) await refused('BAD_USER_INPUT', [sized], { first });
  });

  test('A16: pages within pages beyond the budget, written out and by variables', async () => {
    const nested = (first: string): string =>
      `query Q($n: Int = 100) { allElementsGrids(first: ${first}) { nodes { links(first: ${first}) { nodes { grid { links(first: ${first}) { nodes { weight } } } } } } } }`;
    await refused('QUERY_COST', [nested('100').replace('query Q($n: Int = 100)', ''), nested('$n')]);
    const { errors } = await ask(nested('$n'));
    expect(errors[0]!.extensions).toMatchObject({ limit: 100_000, actual: 1_030_201 });
    const small = JSON.parse((await ask(nested('$n'), { n: 2 })).text) as { extensions: { cost: unknown } };
    expect(small.extensions.cost).toEqual({ requested: 25, limit: 100_000 });
  });

  test('A17: introspection is for analysts; others learn not a byte of the schema, and nobody goes deep', async () => {
    const screen = await city.as('SCREEN');
    await city.endures(async () => {
      const queries = [getIntrospectionQuery(), '{ __schema { types { name } } }', '{ __type(name: "City") { fields { name } } }'];
      const answers = await Promise.all(queries.map((query) => ask(query, {}, screen)));
      expect(answers.map(codesOf)).toEqual([['FORBIDDEN'], ['FORBIDDEN'], ['FORBIDDEN']]);
      for (const { text } of answers) expect(text).not.toMatch(/AllElementsGrid|__Type|fields/);
      return answers.map(({ text }) => text);
    });
    expect((await ask(getIntrospectionQuery(), {}, await city.as('ANALYST'))).errors).toEqual([]);
    await refused('GRAPHQL_VALIDATION_FAILED', [
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ]);
  });

  test('A18: 500 misspelt names bring back none', async () => {
    const names = (await readFile(join(packageRoot(), 'schema', 'all-elements.graphql'), 'utf8')).match(/\b[a-z][A-Za-z]{3,}\b/g) ?? [];
    const misspelt = [...new Set(names)].slice(0, 500).map((name) => `${name}z`);
    await city.endures(async () => {
      const texts: string[] = [];
      for (let from = 0; from < misspelt.length; from += 50) {
        const answer = await ask(`{ ${misspelt.slice(from, from + 50).join(' ')} city { ${misspelt.slice(from, from + 50).join(' ')} } }`);
        expect(new Set(codesOf(answer))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
        texts.push(answer.text);
      }
      return texts;
    });
  });

  test('A20: a filter as a tree of a thousand nodes, deep or wide', async () => {
    const query = 'query Q($where: GridFilter) { allElementsGrids(where: $where, first: 1) { totalCount } }';
    const leaf = { households: { gte: 1 } };
    let deep: object = leaf;
    for (let level = 0; level < 1_000; level++) deep = { and: [deep] };
    await refused('BAD_USER_INPUT', [query], { where: deep });
    await refused('BAD_USER_INPUT', [`{ allElementsGrids(where: ${'{ and: ['.repeat(100)}{}${'] }'.repeat(100)}) { totalCount } }`]);
    await refused('BAD_USER_INPUT', [query], { where: { or: Array.from({ length: 1_000 }, () => leaf) } });
  });

  test('A24: operation names and variables of every wrong kind', async () => {
    const query = '{ city { code } }';
    const bodies = [
      { query, operationName: 'Absent' },
      { query, operationName: ['a'] },
      { query, operationName: 7 },
      { query, variables: 'text' },
      { query, variables: [1] },
      { query, variables: 1 },
      { query, extensions: 'text' },
    ].map((body) => JSON.stringify(body));
    await city.endures(async () => {
      const answers = await Promise.all(bodies.map((body) => city.client.post(body)));
      for (const answer of answers) expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
      const huge = await city.client.post(JSON.stringify({ query, operationName: 'x'.repeat(1_900_000) }));
      expect(huge.status).toBe(400);
      return answers.map(({ text }) => text);
    });
  });

  test('A25: names of prototypes are names like others', async () => {
    const where = 'query Q($where: GridFilter) { allElementsGrids(where: $where, first: 1) { totalCount } }';
    const bodies = [
      `{"query": "{ city { code } }", "variables": {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}}`,
      `{"query": ${JSON.stringify(where)}, "variables": {"where": {"__proto__": {"polluted": true}}}}`,
      `{"__proto__": {"polluted": true}, "query": "{ city { code } }"}`,
    ];
    await city.canary.whileSinging(() => Promise.all(bodies.map((body) => city.client.post(body))));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('A23: whoever has used up its points waits, even where all it asks is refused; others are answered', async () => {
    const flood = await city.as('SCREEN', 'flood');
    await city.endures(async () => {
      const answers: HttpAnswer[] = [];
      for (let round = 0; round < 40 && !answers.some(({ status }) => status === 429); round++)
        answers.push(...(await Promise.all(Array.from({ length: 100 }, () => ask('{ city { code } }', {}, flood)))));
      const limited = answers.filter(({ status }) => status === 429);
      expect(limited.length).toBeGreaterThanOrEqual(1);
      expect(limited.map(codesOf)).toEqual(limited.map(() => ['RATE_LIMITED']));
      expect(Number(limited[0]!.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      return answers.map(({ text }) => text);
    });
  });

  describe('A26: kept documents', () => {
    const unknown = `sha256:${'0'.repeat(64)}`;

    test('are asked for by id, or by a text that says the same, by whoever may ask nothing else', async () => {
      const screen = await city.as('SCREEN');
      const folder = join(packageRoot(), 'schema', 'operations');
      const text = await readFile(join(folder, 'situation.graphql'), 'utf8');
      const byId = await city.client.post(JSON.stringify({ documentId: documentIdOf(text) }), screen);
      const byText = await ask(text.replaceAll(' ', '  '), {}, screen);
      expect([byId.data, byId.errors]).toEqual([byText.data, []]);
      expect((await ask('{ city { code } }', {}, screen)).errors[0]!.extensions.code).toBe('FORBIDDEN');
      expect((await readdir(folder)).length).toBeGreaterThan(5);
    });

    test.each([
      ['unknown', { documentId: unknown }],
      ['of another text', { documentId: unknown, query: '{ city { code } }' }],
      ['that leads out of the folder', { documentId: 'sha256:../../../../etc/passwd' }],
      ['that is a path', { documentId: '../operations/situation.graphql' }],
      ['that is empty', { documentId: '' }],
      ['registered in passing', { query: '{ city { code } }', extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }],
    ])('are not found by an id %s', async (_what, body) => {
      await city.endures(async () => {
        const answer = await city.client.post(JSON.stringify(body));
        expect([answer.status, codesOf(answer)]).toEqual([400, ['PERSISTED_DOCUMENT_NOT_FOUND']]);
        return [answer.text];
      });
    });
  });
});
