import type { IncomingMessage } from 'node:http';

import { CityError } from '../../kernel/city-error.js';

/** Headers that no page of another origin can send without being asked first. */
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** Refuses a GET that a page of another origin could have made its reader's browser send; a POST is told by its type when its body is read. */
export function refuseForeign({ method, headers }: IncomingMessage): void {
  if (method !== 'GET' && method !== 'HEAD') return;
  const isJson = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase() === 'application/json';
  if (isJson || preflightHeaders.some((name) => Boolean(headers[name]))) return;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'Expected a request that no foreign page can send (CSRF), got a GET without the header apollo-require-preflight.',
    messageZh: 'GET 请求须带 apollo-require-preflight 请求头（防止跨站请求伪造）。',
    hint: 'Send queries by POST as application/json. 请以 POST 与 application/json 发送查询。',
  });
}
