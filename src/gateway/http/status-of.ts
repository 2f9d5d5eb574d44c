import type { ErrorCode } from '../../kernel/city-error.js';

const statusOfCode: Readonly<Partial<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  ENCODING_UNDETECTED: 415,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL: 500,
};

/** The HTTP status of a request that is refused as a whole with this code. */
export function statusOf(code: ErrorCode): number {
  return statusOfCode[code] ?? 400;
}
