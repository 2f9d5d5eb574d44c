import type { ServerResponse } from 'node:http';

import type { CityError } from '../../kernel/city-error.js';
import type { ErrorContext } from '../format-error.js';
import { formatError } from '../format-error.js';
import { statusOf } from './status-of.js';

/** Sends one JSON document. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** Sends a refusal in the form of a GraphQL answer, with the status that its code stands for unless another is said. */
export function sendRefused(
  response: ServerResponse,
  error: CityError,
  { status, ...context }: ErrorContext & { readonly status?: number },
): void {
  const { retryAfter } = error.details;
  if (typeof retryAfter === 'number') response.setHeader('retry-after', retryAfter);
  sendJson(response, status ?? statusOf(error.code), { errors: [formatError(error, context)] });
}
