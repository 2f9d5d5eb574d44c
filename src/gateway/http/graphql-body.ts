import { CityError } from '../../kernel/city-error.js';

type Kinds = Readonly<Record<string, readonly string[]>>;

/** What each member of a request may be, by {@link kindOf}. */
const members: Kinds = {
  query: ['text', 'nothing'],
  documentId: ['text', 'nothing'],
  operationName: ['text', 'null', 'nothing'],
  variables: ['object', 'null', 'nothing'],
  extensions: ['object', 'null', 'nothing'],
};

/**
 * Returns a parsed body unchanged when it is one GraphQL request; throws `BAD_USER_INPUT` naming the member that is not.
 * The library would refuse it too, but in English alone and without the id of the request.
 */
export function graphqlBody(body: unknown): object {
  if (kindOf(body) !== 'object') throw refused('the body', '请求体', { expected: 'object', received: kindOf(body) });
  for (const [member, kinds] of Object.entries(members)) {
    const received = kindOf((body as Readonly<Record<string, unknown>>)[member]);
    if (!kinds.includes(received)) throw refused(member, member, { expected: kinds[0]!, received });
  }
  refuseWithoutDocument(body as AskedBody);
  return body as object;
}

interface AskedBody {
  readonly query?: string;
  readonly documentId?: string;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

function refuseWithoutDocument({ query, documentId, extensions }: AskedBody): void {
  if (extensions != null && 'persistedQuery' in extensions) throw registersInPassing();
  if (query === undefined && documentId === undefined) throw refused('query', 'query', { expected: 'text', received: 'nothing' });
}

/** Automatic persisted queries let anybody register anything; documents are kept by the operator here. */
function registersInPassing(): CityError {
  return new CityError({
    code: 'PERSISTED_DOCUMENT_NOT_FOUND',
    message: 'Expected documentId, got extensions.persistedQuery: documents are not registered in passing.',
    messageZh: '不支持 extensions.persistedQuery，请用 documentId。',
    hint: 'Send {"documentId": "sha256:…"}, or the query itself. 请发送 documentId 或查询本身。',
  });
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' ? 'text' : typeof value;
}

function refused(
  what: string,
  whatZh: string,
  { expected, received }: { readonly expected: string; readonly received: string },
): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected ${what} to be ${expected === 'text' ? 'a text' : 'an object'}, got ${received}.`,
    messageZh: `${whatZh} 应为${expected === 'text' ? '字符串' : '对象'}，收到 ${received}。`,
    hint: 'Send {"query": "…", "variables": {…}}, one operation a request.',
    details: { received },
  });
}
