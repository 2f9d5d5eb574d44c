import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

import { CityError } from '../../kernel/city-error.js';
import type { Log } from '../../kernel/log.js';
import { formatError } from '../format-error.js';
import { wireLimits } from '../limits/limit-table.js';

/** Longer than clients keep a connection idle, so that none is closed in the moment in which the next request is sent on it. */
const idleConnectionMs = 65_000;
/** How often requests that take too long to arrive are looked for. */
const roundMs = 1_000;

/** What a server is hardened by. */
export interface ServerWish {
  /** The longest that a request may take to arrive; {@link wireLimits} when that is shorter. */
  readonly arrivalMs: number;
  readonly log: Log;
}

/** Makes a server that drops who sends too slowly or too much head, and says so in JSON where there is no request yet that could be answered. */
export function hardenedServer(listener: RequestListener, { arrivalMs, log }: ServerWish): Server {
  const requestTimeout = Math.min(arrivalMs, wireLimits.arrivalMs);
  const server = createServer(
    {
      requestTimeout,
      headersTimeout: Math.min(requestTimeout, wireLimits.headArrivalMs),
      connectionsCheckingInterval: Math.min(roundMs, requestTimeout),
      maxHeaderSize: wireLimits.headerBytes,
      keepAliveTimeout: idleConnectionMs,
    },
    listener,
  );
  server.maxHeadersCount = wireLimits.headers;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuse(error, socket, log);
  });
  return server;
}

function refuse(error: NodeJS.ErrnoException, socket: Socket, log: Log): void {
  const answer = '_httpMessage' in socket ? (socket._httpMessage as { readonly headersSent?: boolean } | null) : null;
  if (!socket.writable || answer?.headersSent === true) {
    socket.destroy();
    return;
  }
  const [status, refusal] = wordsOf(error.code);
  const body = JSON.stringify({ errors: [formatError(refusal, { language: 'zh', requestId: null, log })] });
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}

function wordsOf(code: string | undefined): readonly [status: string, refusal: CityError] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return ['408 Request Timeout', tooSlow()];
  if (code === 'HPE_HEADER_OVERFLOW') return ['431 Request Header Fields Too Large', tooMuchHead()];
  return ['400 Bad Request', noRequest()];
}

const tooSlow = (): CityError =>
  new CityError({
    code: 'TIMEOUT',
    message: 'Expected the whole request sooner.',
    messageZh: '请求发送过慢，连接已关闭。',
    hint: 'Send the request at once. 请一次性发送请求。',
  });

const tooMuchHead = (): CityError =>
  new CityError({
    code: 'LIMIT',
    message: `Expected at most ${wireLimits.headerBytes} bytes of header lines, got more.`,
    messageZh: `请求头合计至多 ${wireLimits.headerBytes} 字节，收到更多。`,
    details: { limit: wireLimits.headerBytes },
  });

const noRequest = (): CityError =>
  new CityError({ code: 'BAD_USER_INPUT', message: 'Expected an HTTP request, got something else.', messageZh: '收到的不是 HTTP 请求。' });
