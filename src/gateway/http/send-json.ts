import type { ServerResponse } from 'node:http';

import type { CityError } from '../../kernel/city-error.js';
import type { ErrorContext } from '../format-error.js';
import { formatError } from '../format-error.js';

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

const statusOfCode: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  ENCODING_UNDETECTED: 415,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Sends a refusal in the form of a GraphQL answer, with the status that its code stands for. */
export function sendRefused(response: ServerResponse, error: CityError, context: ErrorContext): void {
  sendJson(response, statusOfCode[error.code] ?? 400, { errors: [formatError(error, context)] });
}
