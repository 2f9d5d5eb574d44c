import { CityError } from '../../kernel/city-error.js';

type Kinds = Readonly<Record<string, readonly string[]>>;

/** What each member of a request may be, by {@link kindOf}. */
const members: Kinds = {
  query: ['text'],
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
  return body as object;
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
