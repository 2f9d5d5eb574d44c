import type { IncomingMessage } from 'node:http';

import { CityError } from '../../kernel/city-error.js';
import { graphqlBody } from '../http/graphql-body.js';
import { readJsonBody } from '../http/read-body.js';
import type { AskedSubscription } from '../subscribing/admit-subscription.js';

/**
 * What a request for a stream asks for: by POST in a JSON body, by GET (as `EventSource` does) in the query, where `variables` and
 * `extensions` are JSON. Throws as {@link readJsonBody} does.
 */
export async function askedStream(request: IncomingMessage): Promise<AskedSubscription> {
  const asked = request.method === 'POST' ? await readJsonBody(request) : graphqlBody(askedInQuery(request));
  const { query = '', ...rest } = asked as Partial<AskedSubscription>;
  return { query, ...rest };
}

function askedInQuery({ url = '/' }: IncomingMessage): object {
  const at = url.indexOf('?');
  const given = new URLSearchParams(at < 0 ? '' : url.slice(at));
  const members = ['query', 'documentId', 'operationName', 'variables', 'extensions'].flatMap((name) => {
    const text = given.get(name);
    return text === null ? [] : [[name, name === 'variables' || name === 'extensions' ? parsed(name, text) : text] as const];
  });
  return Object.fromEntries(members);
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new CityError({
      code: 'BAD_USER_INPUT',
      message: `Expected ${name} in the query to be JSON, got text that is none.`,
      messageZh: `查询参数 ${name} 应为 JSON，收到无法解析的文本。`,
      cause,
    });
  }
}
