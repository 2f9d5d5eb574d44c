import type { IncomingMessage } from 'node:http';

import { CityError } from '../../kernel/city-error.js';
import { isFromNoForeignPage } from '../http/own-origin.js';

/** Why a request cannot be answered by a stream of events, and with which status. */
export interface RefusedAsk {
  readonly status: number;
  readonly error: CityError;
}

const acceptable = ['text/event-stream', 'text/*', '*/*'];

/** What is wrong with a request for a stream before its body is read: null where nothing is. */
export function refusedAsk(request: IncomingMessage): RefusedAsk | null {
  if (request.method !== 'GET' && request.method !== 'POST') return { status: 405, error: wrongMethod(request.method ?? '') };
  if (!isFromNoForeignPage(request)) return { status: 403, error: foreignPage() };
  const { accept } = request.headers;
  return accept === undefined || acceptable.some((type) => accept.includes(type)) ? null : { status: 406, error: otherType(accept) };
}

function wrongMethod(method: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected GET or POST, got ${method}: each stream is a connection of its own.`,
    messageZh: `应为 GET 或 POST，收到 ${method}；每个订阅各用一个连接。`,
  });
}

function foreignPage(): CityError {
  return new CityError({
    code: 'FORBIDDEN',
    message: 'Expected one of our own pages or a program, got a page of another origin.',
    messageZh: '不接受其他网站页面的请求。',
  });
}

function otherType(accept: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `Expected a reader of text/event-stream, got accept ${JSON.stringify(accept.slice(0, 80))}.`,
    messageZh: `此处以 text/event-stream 应答，收到 accept ${JSON.stringify(accept.slice(0, 80))}。`,
    hint: 'Send queries and mutations to /graphql. 查询与变更请发往 /graphql。',
  });
}
