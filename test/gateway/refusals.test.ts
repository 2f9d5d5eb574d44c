import { request } from 'node:http';
import { connect } from 'node:net';

import { errorCodes } from '../../src/kernel/city-error.js';
import { GraphqlClient, type HttpAnswer, type Variables } from '../support/gateway/graphql-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import { countOf } from '../support/gateway/statements-of.js';
import type { TestPlatform } from '../support/platform.js';

/** What must not be in any byte of any reply: stacks, SQL, paths of the machine, addresses of databases. */
const secrets = [
  /\n\s+at /,
  /node_modules/,
  /\.[jt]s:\d+/,
  /\bselect\b.+\bfrom\b/i,
  /insert into/i,
  /postgres(ql)?:\/\//,
  /\/(work|home|root|tmp|usr)\//,
  /typeorm/i,
  /relation "/,
];
/** Codes of the GraphQL layer that stand beside our own. */
const documentCodes = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

describe('what is asked wrongly is refused clearly, and tells nothing of the inside', () => {
  let platform: TestPlatform;
  let client: GraphqlClient;
  const replies: string[] = [];
  beforeAll(async () => {
    platform = await startQuietPlatform();
    client = new GraphqlClient(platform.url);
  }, 600_000);
  afterAll(() => platform.stop());
  /** Every reply of this file is searched, whatever its own test looks at; and the platform still answers. */
  afterEach(async () => {
    for (const text of replies.splice(0)) for (const secret of secrets) expect(text).not.toMatch(secret);
    expect((await client.ask('{ city { code } }')).data).toEqual({ city: { code: '360200' } });
  });

  const noted = (answer: HttpAnswer): HttpAnswer => {
    replies.push([...answer.headers].join('\n') + answer.text);
    return answer;
  };
  const ask = async (query: string, variables: Variables = {}, headers: Readonly<Record<string, string>> = {}) =>
    noted(await client.ask(query, variables, headers));
  /** The one error of an answer that carries no data; it has a known code, a message and the request's id. */
  const refusal = ({ errors, headers, data, text }: HttpAnswer) => {
    if (errors.length !== 1) throw new Error(`Expected one error, got ${text.slice(0, 400)}`);
    const [error] = errors;
    expect([...errorCodes, ...documentCodes]).toContain(error!.extensions.code);
    expect(error!.message.length).toBeGreaterThan(10);
    expect(error!.extensions.requestId).toBe(headers.get('x-request-id'));
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    return { code: error!.extensions.code, message: error!.message };
  };
  const refusedWith = async (query: string, variables: Variables = {}) => refusal(await ask(query, variables));

  describe('values', () => {
    const first = 'query Q($first: Int) { allElementsGrids(first: $first) { nodes { id } } }';

    test.each([0, -1, 101, 1_000_000_000, null])('first: %s is no page size, anywhere, and costs no statement', async (size) => {
      const lists = [
        `{ allElementsGrids(first: ${size}) { nodes { id } } }`,
        `{ departmentGrids(department: PETITION, first: ${size}) { nodes { id } } }`,
        `{ elements(first: ${size}) { nodes { id } } }`,
        `{ matters(first: ${size}) { nodes { id } } }`,
        `{ organisations(first: ${size}) { nodes { id } } }`,
      ];
      const cost = await countOf(platform, async () => {
        for (const list of lists) expect([list, (await refusedWith(list)).code]).toEqual([list, 'BAD_USER_INPUT']);
        expect((await refusedWith(first, { first: size })).code).toBe('BAD_USER_INPUT');
      });
      expect(cost).toBe(0);
    });

    test('first beyond 32 bits, as a text or as a fraction is refused; left out it is 20', async () => {
      for (const size of [2 ** 31, '20', 1.5, [1], {}])
        expect([size, (await refusedWith(first, { first: size })).code]).toEqual([size, 'BAD_USER_INPUT']);
      const { data } = await ask(first);
      expect((data as { allElementsGrids: { nodes: readonly unknown[] } }).allElementsGrids.nodes).toHaveLength(20);
    });

    const idPlaces: readonly (readonly [string, string, string])[] = [
      ['SourceId', 'departmentGrid(department: PETITION, localId: VALUE) { id }', '360203003001003'],
      ['GridCode', 'allElementsGrid(code: VALUE) { id }', '360203003001003'],
      ['DivisionCode', 'division(code: VALUE) { name }', '360203003'],
      ['ID', 'node(id: VALUE) { id }', '123456789012345678'],
      ['SourceId', 'organisation(code: VALUE) { id }', '110101199003074514'],
      ['SourceId', 'resolveIds(ids: [{ department: PETITION, localId: VALUE }]) { status }', '42'],
    ];
    test.each(idPlaces)('a number where a %s belongs is refused, written out or as a variable: %s', async (type, field, number) => {
      const written = await refusedWith(`{ ${field.replace('VALUE', number)} }`);
      const given = refusal(
        noted(
          await client.post(
            `{"query": ${JSON.stringify(`query Q($v: ${type}!) { ${field.replace('VALUE', '$v')} }`)}, "variables": {"v": ${number}}}`,
          ),
        ),
      );

      expect([written.code, given.code]).toEqual(['ID_PRECISION', 'ID_PRECISION']);
      expect(written.message).toContain('expected a string');
    });

    test('objects, lists, booleans and look-alikes of operators are no ids', async () => {
      const query = 'query Q($v: SourceId!) { departmentGrid(department: PETITION, localId: $v) { id } }';
      const values = [
        {},
        [],
        ['a', 'b'],
        true,
        { $ne: null },
        { _type: 'not', _value: '1' },
        { '@instanceof': 'FindOperator' },
        null,
        '',
        'x'.repeat(129),
        'a\u0000b',
        '\ud800',
      ];
      const cost = await countOf(platform, async () => {
        for (const v of values)
          expect(['BAD_USER_INPUT', 'TEXT_INVALID', 'ID_PRECISION']).toContain((await refusedWith(query, { v })).code);
      });
      expect(cost).toBe(0);
    });

    test('text that looks like SQL or a pattern is compared literally and finds nothing', async () => {
      const texts = [`' OR 1=1--`, '%', '_', '\\', '`', '$1', ':name', '"; drop table matter; --', 'XFQ%'];
      for (const text of texts) {
        const { data, errors } = await ask(
          `query Q($id: SourceId!, $name: String!) { departmentGrid(department: PETITION, localId: $id) { id } organisation(code: $id) { id } matter(department: PETITION, localId: $id) { id }
             grids: allElementsGrids(where: { name: { contains: $name } }) { totalCount } elements(where: { nameContains: $name }) { totalCount }
             resolveIds(ids: [{ department: PETITION, localId: $id }]) { status } }`,
          { id: text, name: text },
        );
        expect(errors).toEqual([]);
        expect(data).toEqual({
          departmentGrid: null,
          organisation: null,
          matter: null,
          grids: { totalCount: 0 },
          elements: { totalCount: 0 },
          resolveIds: [{ status: 'UNKNOWN' }],
        });
      }
    });

    test('an unknown office, sort or kind names what came and is no internal error', async () => {
      const unknown = [
        '{ departmentGrids(department: FIRE) { totalCount } }',
        '{ allElementsGrids(orderBy: [{ field: PASSWORD }]) { totalCount } }',
        '{ matters(where: { state: { eq: BURNT } }) { totalCount } }',
      ];
      for (const query of unknown) expect((await refusedWith(query)).message).toMatch(/FIRE|PASSWORD|BURNT/);
      const { code, message } = await refusedWith('query Q($d: Department!) { departmentGrids(department: $d) { totalCount } }', {
        d: 'FIRE',
      });
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toContain('FIRE');
    });

    test('a malformed id says what was expected; a well-formed unknown one is null without an error', async () => {
      const malformed = [
        '{ node(id: "abc") { id } }',
        '{ node(id: "") { id } }',
        `{ nodes(ids: ["${Buffer.from('AllElementsGrid:not-a-uuid').toString('base64url')}"]) { id } }`,
        '{ allElementsGrid(code: "36 02") { id } }',
        '{ division(code: "三六〇二") { name } }',
        '{ departmentGrids(department: PETITION, layer: "Petition Area") { totalCount } }',
        '{ departmentGrids(department: PETITION, layer: "housing/estate") { totalCount } }',
        '{ allElementsGrids { nodes { links(layers: ["nobody/knows"]) { totalCount } } } }',
      ];
      for (const query of malformed) {
        const { errors } = await ask(query);
        expect([query, errors[0]?.extensions.code]).toEqual([query, 'BAD_USER_INPUT']);
        expect(errors[0]!.message).toContain('expected');
      }
      const unknown = Buffer.from('PetitionGrid:00000000-0000-5000-8000-000000000000').toString('base64url');
      const { data, errors } = await ask(
        `{ node(id: "${unknown}") { id } allElementsGrid(code: "999999999999999") { id } division(code: "999999") { name } matter(department: HOUSING, localId: "nobody") { id } }`,
      );
      expect([data, errors]).toEqual([{ node: null, allElementsGrid: null, division: null, matter: null }, []]);
    });

    test.each([
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '0000-00-00',
      '10000-01-01',
      '2026-1-1',
      '20260101',
      'yesterday',
      '',
      '2026-01-01T00:00:00Z',
      '２０２６-01-01',
    ])('the date %j is no calendar date', async (at) => {
      expect((await refusedWith(`{ allElementsGrids(at: ${JSON.stringify(at)}) { totalCount } }`)).code).toBe('DATE_INVALID');
      expect((await refusedWith('query Q($at: Date) { allElementsGrids(at: $at) { totalCount } }', { at })).code).toBe('DATE_INVALID');
    });

    test.each([
      '2026-01-01',
      '2026-01-01T08:00:00',
      '2026-02-29T00:00:00Z',
      '2026-01-01T24:30:00Z',
      '2026-01-01T00:61:00Z',
      '2026-01-01 08:00',
      'now',
      '',
    ])('the instant %j is refused: it is impossible or names no offset', async (gte) => {
      expect((await refusedWith(`{ matters(where: { reportedAt: { gte: ${JSON.stringify(gte)} } }) { totalCount } }`)).code).toBe(
        'DATE_INVALID',
      );
      expect(
        (await refusedWith('query Q($gte: DateTime) { matters(where: { reportedAt: { gte: $gte } }) { totalCount } }', { gte })).code,
      ).toBe('DATE_INVALID');
    });

    test('a real leap day is a date, and one instant with two offsets is the same instant', async () => {
      expect((await ask('{ allElementsGrids(at: "2024-02-29", first: 1) { totalCount } }')).errors).toEqual([]);
      const counted = async (gte: string) =>
        (
          await client.data<{ matters: unknown }>(
            'query Q($gte: DateTime) { matters(where: { reportedAt: { gte: $gte } }) { totalCount } }',
            { gte },
          )
        ).matters;
      expect(await counted('2026-11-01T08:00:00+08:00')).toEqual(await counted('2026-11-01T00:00:00Z'));
    });

    test('coordinates that are swapped, beyond the globe or no numbers are refused', async () => {
      const query = 'query Q($x: Float!, $y: Float!) { locate(longitude: $x, latitude: $y) { grid { id } } }';
      for (const [x, y] of [
        [29.3, 117.2],
        [181, 0],
        [0, -91],
        ['117', 29],
        [null, 29],
        [Number.POSITIVE_INFINITY, 29],
      ])
        expect((await refusedWith(query, { x, y })).code).toBe('BAD_USER_INPUT');
      expect((await ask(query, { x: 0, y: 0 })).data).toEqual({ locate: { grid: null } });
    });

    test('filters that are too deep, too wide or sorted by two keys where one is meant are refused', async () => {
      const deep = '{ not: '.repeat(6) + '{ open: true }' + ' }'.repeat(6);
      const wide = `{ or: [${'{ open: true }, '.repeat(51)}] }`;
      for (const where of [deep, wide])
        expect((await refusedWith(`{ matters(where: ${where}) { totalCount } }`)).code).toBe('BAD_USER_INPUT');
      expect((await refusedWith('{ matters(orderBy: [{ field: DUE_AT }, { field: REPORTED_AT }]) { totalCount } }')).code).toBe(
        'BAD_USER_INPUT',
      );
      const many = Array.from({ length: 101 }, () => Buffer.from('Site:00000000-0000-5000-8000-000000000000').toString('base64url'));
      expect((await refusedWith('query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: many })).code).toBe('BAD_USER_INPUT');
    });
  });

  describe('cursors', () => {
    const grids = 'query Q($after: Cursor) { allElementsGrids(first: 2, after: $after) { pageInfo { endCursor } } }';
    const endOf = async (query: string): Promise<string> =>
      Object.values(await client.data<Record<string, { pageInfo: { endCursor: string } }>>(query))[0]!.pageInfo.endCursor;

    test('a cursor that was edited, cut, made up or taken from another list opens nothing', async () => {
      const good = await endOf(grids);
      const flipped = good.slice(0, 20) + (good[20] === 'A' ? 'B' : 'A') + good.slice(21);
      const others = await Promise.all([
        endOf('{ allElementsGrids(first: 2, orderBy: [{ field: NAME }]) { pageInfo { endCursor } } }'),
        endOf('{ allElementsGrids(first: 2, where: { households: { gte: 1 } }) { pageInfo { endCursor } } }'),
        endOf('{ allElementsGrids(first: 2, at: "2025-01-01") { pageInfo { endCursor } } }'),
        endOf('{ departmentGrids(department: PETITION, first: 2) { pageInfo { endCursor } } }'),
        endOf('{ matters(first: 2) { pageInfo { endCursor } } }'),
        endOf('{ elements(first: 2) { pageInfo { endCursor } } }'),
      ]);
      const cost = await countOf(platform, async () => {
        for (const after of [
          flipped,
          good.slice(0, -4),
          `${good}AAAA`,
          'AAAA',
          '1',
          'b2Zmc2V0OjIw',
          '',
          'not a cursor!',
          'x'.repeat(2_000),
          ...others,
        ])
          expect([after, (await refusedWith(grids, { after })).code]).toEqual([after, 'CURSOR_INVALID']);
      });
      expect(cost).toBe(0);
      expect((await ask(grids, { after: good })).errors).toEqual([]);
    });

    test('matters, elements, organisations and links guard their cursors too', async () => {
      const foreign = await endOf(grids);
      const lists = [
        'matters(first: 2, after: $after) { totalCount }',
        'matters(first: 2, after: $after, where: { open: true }) { totalCount }',
        'elements(first: 2, after: $after) { totalCount }',
        'organisations(first: 2, after: $after) { totalCount }',
        'departmentGrids(department: HOUSING, first: 2, after: $after) { totalCount }',
        'allElementsGrids(first: 1) { nodes { links(after: $after) { totalCount } } }',
        'allElementsGrids(first: 1) { nodes { matters(after: $after) { nodes { id } } } }',
        'allElementsGrids(first: 1) { nodes { elements(after: $after) { nodes { id } } } }',
      ];
      for (const list of lists)
        expect([list, (await refusedWith(`query Q($after: Cursor) { ${list} }`, { after: foreign })).code]).toEqual([
          list,
          'CURSOR_INVALID',
        ]);
    });
  });

  describe('documents', () => {
    test('a document of too many tokens is refused before it is read to its end', async () => {
      const documents = [
        `{ ${'a: city { code } '.repeat(1_000)} }`,
        `${'{ a '.repeat(5_000)}`,
        `{ ${Array.from({ length: 2_000 }, (_, place) => `c${place}: city { code }`).join(' ')} }`,
        `query Q { city { code } } ${'fragment F on City { code } '.repeat(600)}`,
        `{ city { code ${'@include(if: true) '.repeat(2_000)} } }`,
      ];
      const cost = await countOf(platform, async () => {
        for (const document of documents) expect((await refusedWith(document)).message).toMatch(/token|Syntax/i);
      });
      expect(cost).toBe(0);
    });

    test('circular fragments, unknown fields and two operations without a name are refused', async () => {
      const { errors } = await ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
      expect(errors.length).toBeGreaterThan(0);
      const { errors: unknown } = await ask('{ passwords { plain } }');
      expect(unknown[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      const two = 'query A { city { code } } query B { city { code } }';
      expect((await refusedWith(two)).code).toBe('BAD_USER_INPUT');
      for (const operationName of ['Nobody', '', ['A'], { A: 1 }, 1]) {
        const answer = noted(await client.post(JSON.stringify({ query: two, operationName })));
        expect([answer.status, refusal(answer).code]).toEqual([400, 'BAD_USER_INPUT']);
      }
      expect(noted(await client.post(JSON.stringify({ query: two, operationName: 'B' }))).data).toEqual({ city: { code: '360200' } });
    });
  });

  describe('requests', () => {
    const body = JSON.stringify({ query: '{ city { code } }' });

    test.each([
      '',
      '{',
      '{"query": "{ city',
      '[]',
      'null',
      '"str"',
      '42',
      'true',
      '{}',
      '{"query": null}',
      '{"query": 1}',
      '{"query": ["{ city { code } }"]}',
      '{"query": "{ city { code } }", "variables": "x"}',
    ])('the body %j is refused in JSON with a code', async (text) => {
      const answer = noted(await client.post(text));
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(answer.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
      expect(answer.errors[0]!.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    });

    test.each([2, 1_000])('an array of %d operations is refused, none of them run', async (size) => {
      const report =
        'mutation { reportMatter(input: { idempotencyKey: "batch", title: "t", category: { standard: "s", code: "c" }, grid: "1" }) { __typename } }';
      const cost = await countOf(platform, async () => {
        const answer = noted(await client.post(JSON.stringify(Array.from({ length: size }, () => ({ query: report })))));
        expect([answer.status, refusal(answer).code]).toEqual([400, 'BAD_USER_INPUT']);
      });
      expect(cost).toBe(0);
    });

    test.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'message/x',
      ';;;',
      'application/jsonx',
    ])('the content type %s is refused', async (type) => {
      const cost = await countOf(platform, async () => {
        const answer = noted(await client.post(JSON.stringify({ query: '{ matters { totalCount } }' }), { 'content-type': type }));
        expect(answer.status).toBe(400);
        expect(refusal(answer).code).toBe('BAD_USER_INPUT');
      });
      expect(cost).toBe(0);
    });

    test.each(['utf-7', 'utf-16', 'gbk', 'cesu-8'])('the charset %s is refused as such', async (charset) => {
      const answer = noted(await client.post(body, { 'content-type': `application/json; charset=${charset}` }));
      expect([answer.status, answer.errors[0]!.extensions.code]).toEqual([415, 'ENCODING_UNDETECTED']);
    });

    test('GET answers queries of programs that say so, and refuses those that a foreign page could send, and every mutation', async () => {
      const search = `?query=${encodeURIComponent('{ city { code } }')}`;
      const mutation = `?query=${encodeURIComponent('mutation { reportMatter(input: { idempotencyKey: "get", title: "t", category: { standard: "s", code: "c" }, grid: "1" }) { __typename } }')}`;
      const said = { 'apollo-require-preflight': 'true' };

      expect(noted(await client.fetch(search, { method: 'GET' })).status).toBe(400);
      expect(noted(await client.fetch(search, { method: 'GET', headers: said })).data).toEqual({ city: { code: '360200' } });
      const cost = await countOf(platform, async () => {
        const refused = noted(await client.fetch(mutation, { method: 'GET', headers: said }));
        expect([refused.status, refused.data ?? null]).toEqual([405, null]);
      });
      expect(cost).toBe(0);
      for (const method of ['PUT', 'DELETE', 'PATCH'])
        expect(noted(await client.fetch('', { method, headers: said })).status).toBeGreaterThanOrEqual(400);
    });

    test('a body one byte over the limit is refused without being read to its end', async () => {
      const limit = 2 * 1024 * 1024;
      const exact = JSON.stringify({ query: '{ city { code } }', variables: { pad: '' } });
      const padded = (bytes: number) => exact.replace('""', JSON.stringify('x'.repeat(bytes - exact.length)));

      expect(noted(await client.post(padded(limit))).data).toEqual({ city: { code: '360200' } });
      const { status, text } = await postRaw(client.url, padded(limit + 1));
      expect([status, (JSON.parse(text) as { errors: readonly { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([
        413,
        'FILE_TOO_LARGE',
      ]);
    });

    test('a compressed body is refused, whatever it would unpack to', async () => {
      const answer = noted(await client.post(body, { 'content-encoding': 'gzip' }));
      expect([answer.status, answer.errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    });

    test('headers beyond all measure are refused, on a request and on an upgrade', async () => {
      for (const upgrade of [false, true]) {
        expect(
          await statusOfRaw(platform.url, [
            ...(upgrade ? ['Connection: Upgrade', 'Upgrade: websocket'] : []),
            `X-Long: ${'x'.repeat(64 * 1024)}`,
          ]),
        ).toBe(431);
      }
    });

    test('a path where nothing is says so in JSON, and looks for no file', async () => {
      for (const path of ['/nothing', '/graphql/x', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/api/v1', '/graphql%00']) {
        const response = await fetch(platform.url + path, { headers: { 'accept-language': 'en' } });
        const text = await response.text();
        replies.push(text);
        expect([path, response.status]).toEqual([path, 404]);
        expect(text).not.toContain('root:');
      }
    });
  });

  describe('languages and ids of requests', () => {
    const wrong = '{ allElementsGrids(first: 0) { totalCount } }';

    test.each([
      ['en', 'expected 1 to 100'],
      ['en-GB,en;q=0.9,zh;q=0.1', 'expected 1 to 100'],
      ['zh-CN', '应为 1 到 100'],
      ['zh;q=0.9, en;q=0.5', '应为 1 到 100'],
      ['fr', '应为 1 到 100'],
      ['', '应为 1 到 100'],
    ])('Accept-Language %j is told %j', async (language, words) => {
      const { errors } = await ask(wrong, {}, { 'accept-language': language });
      expect(errors[0]!.message).toContain(words);
      expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    });

    test('the language holds for values that are refused before anything runs, and for bodies', async () => {
      const zh = { 'accept-language': 'zh' };
      const chinese = /[\u4e00-\u9fff]/;
      for (const query of ['{ node(id: 12) { id } }', '{ allElementsGrids(at: "2026-02-30") { totalCount } }']) {
        expect((await ask(query, {}, zh)).errors[0]!.message).toMatch(chinese);
        expect((await ask(query)).errors[0]!.message).not.toMatch(chinese);
      }
      for (const body of ['{', '[]', '{"query": 1}', '{"query": "{ city { code } }", "variables": []}']) {
        expect(noted(await client.post(body, zh)).errors[0]!.message).toMatch(chinese);
        expect(noted(await client.post(body)).errors[0]!.message).not.toMatch(chinese);
      }
    });

    test('a request keeps the id that its caller gave, and gets one where it gave none that is well-formed', async () => {
      const given = await ask(wrong, {}, { 'x-request-id': 'case-2026.11:0042' });
      expect([given.headers.get('x-request-id'), given.errors[0]!.extensions.requestId]).toEqual([
        'case-2026.11:0042',
        'case-2026.11:0042',
      ]);
      for (const bad of ['short', 'x'.repeat(65), '<script>alert(1)</script>']) {
        const id = (await ask(wrong, {}, { 'x-request-id': bad })).headers.get('x-request-id');
        expect(id).toMatch(/^[0-9a-f-]{36}$/);
      }
      const ids = await Promise.all(Array.from({ length: 5 }, async () => (await ask('{ city { code } }')).headers.get('x-request-id')));
      expect(new Set(ids).size).toBe(5);
    });

    test('two callers at once are each told in their own language under their own id', async () => {
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, place) =>
          ask(wrong, {}, { 'accept-language': place % 2 ? 'zh' : 'en', 'x-request-id': `request-${1_000 + place}` }),
        ),
      );
      for (const [place, { errors }] of answers.entries()) {
        expect(errors[0]!.extensions.requestId).toBe(`request-${1_000 + place}`);
        expect(errors[0]!.message.startsWith(place % 2 ? 'first：应为' : 'first: expected')).toBe(true);
      }
    });
  });
});

/** Posts a body and reads the answer even where the server closes before it has read all. */
function postRaw(url: string, body: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      },
    );
    sent.on('error', () => undefined);
    sent.end(body);
  });
}

/** The status of a GET with these header lines, sent as they are. */
function statusOfRaw(base: string, headers: readonly string[]): Promise<number> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${headers.join('\r\n')}\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
    socket.on('error', reject);
  });
}
