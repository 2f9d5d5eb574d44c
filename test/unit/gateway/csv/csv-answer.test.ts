import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';

import { buildSchema } from 'graphql';

import { type AnsweredPage, sendCsv } from '../../../../src/gateway/csv/csv-answer.js';
import { pagedDocument } from '../../../../src/gateway/csv/paged-document.js';
import { CityError } from '../../../../src/kernel/city-error.js';

const schema = buildSchema(`
  scalar Cursor
  type PageInfo { hasNextPage: Boolean! endCursor: Cursor }
  interface Matter { localId: String! keeper: Keeper! tags: [Keeper!]! sealed: Boolean! }
  type Case implements Matter { localId: String! keeper: Keeper! tags: [Keeper!]! sealed: Boolean! weight: Float }
  type Keeper { code: String! }
  type MatterEdge { cursor: Cursor! node: Matter! }
  type MatterConnection { nodes: [Matter!]! edges: [MatterEdge!]! pageInfo: PageInfo! totalCount: Int }
  type Query { matters(open: Boolean, first: Int = 20, after: Cursor): MatterConnection! one: Matter }
`);

const columnsOf = (text: string): readonly string[] => pagedDocument(schema, text, null).columns.map((column) => column.join('.'));

/** A response that keeps what it is sent. */
function aResponse(): { readonly response: ServerResponse; text(): string; status: number } {
  const stream = new PassThrough({ highWaterMark: 1 << 20 });
  const kept = { status: 0 };
  Object.assign(stream, { writeHead: (status: number) => (kept.status = status) });
  return {
    response: stream as unknown as ServerResponse,
    text: () => String(stream.read() ?? ''),
    get status() {
      return kept.status;
    },
  };
}

const paged = pagedDocument(schema, '{ matters { nodes { localId keeper { code } tags { code } sealed } } }', null);
const page = (nodes: readonly object[], endCursor: string | null): AnsweredPage => ({
  data: { matters: { nodes, csvPage: { hasNextPage: endCursor !== null, endCursor } } },
});
const row = (localId: string) => ({ localId, keeper: { code: 'k,1' }, tags: [{ code: 'x' }], sealed: false });

describe('a document that is answered as CSV', () => {
  test('has a column for each value of a row, fragments and other names told, lists whole', () => {
    expect(
      columnsOf(
        '{ matters { nodes { id: localId keeper { code } tags { code } ... on Case { weight } ...More } } } fragment More on Matter { sealed keeper { code } }',
      ),
    ).toEqual(['id', 'keeper.code', 'tags', 'weight', 'sealed']);
    expect(columnsOf('{ matters { edges { node { localId } } } }')).toEqual(['localId']);
  });

  test('asks pages by variables of its own, and keeps what else it asks', () => {
    const { query } = pagedDocument(
      schema,
      'query ($o: Boolean, $n: Int) { matters(open: $o, first: $n, after: "x") { totalCount nodes { localId } } }',
      null,
    );
    expect(query).toContain('query ($o: Boolean, $csvFirst: Int, $csvAfter: Cursor)');
    expect(query).toContain('matters(open: $o, first: $csvFirst, after: $csvAfter)');
    expect(query).toContain('csvPage: pageInfo');
  });

  test.each([
    ['two fields', '{ matters { nodes { localId } } one { localId } }'],
    ['no connection', '{ one { localId } }'],
    ['no rows', '{ matters { totalCount } }'],
    ['a field that nobody knows', '{ nobody { nodes { localId } } }'],
    ['no document', 'matters {'],
  ])('is refused with %s', (_what, text) => {
    expect(() => pagedDocument(schema, text, null)).toThrow(CityError);
  });
});

describe('an answer as CSV', () => {
  test('holds every page, a byte order mark, one head, and nothing that a spreadsheet would compute', async () => {
    const kept = aResponse();
    const asked: (string | null)[] = [];
    const pages = [page([row('=1+1'), row('b')], 'p2'), page([row('@x')], null)];
    await sendCsv(kept.response, paged, (after) => {
      asked.push(after);
      return Promise.resolve(pages[asked.length - 1]!);
    });
    expect(kept.text()).toBe(
      '\uFEFFlocalId,keeper.code,tags,sealed\r\n' +
        [`'=1+1`, 'b', `'@x`].map((id) => `${id},"k,1","[{""code"":""x""}]",false\r\n`).join(''),
    );
    expect(asked).toEqual([null, 'p2']);
    expect(kept.status).toBe(200);
  });

  test('is the refusal of the first page where there is one, and nothing has been sent', async () => {
    const kept = aResponse();
    const refusal = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };
    expect(await sendCsv(kept.response, paged, () => Promise.resolve(refusal))).toBe(refusal);
    expect([kept.status, kept.text()]).toEqual([0, '']);
  });

  test('is broken off where a later page fails, and goes on where it only has to wait', async () => {
    const kept = aResponse();
    const wait = { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 0.01 } }] };
    const answers = [page([row('a')], 'p2'), wait, page([row('b')], 'p3'), { errors: [{ extensions: { code: 'TIMEOUT' } }] }];
    await sendCsv(kept.response, paged, () => Promise.resolve(answers.shift()!));
    expect(answers).toHaveLength(0);
    expect(kept.response.destroyed).toBe(true);
    expect(kept.response.writableEnded).toBe(false);
  });
});
