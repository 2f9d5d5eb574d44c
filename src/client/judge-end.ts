import type { AnswerError, StreamEnd } from './carrier.js';

type Verdict = StreamEnd['verdict'];

/** Codes after which the same request may do better later. */
const passing: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'RATE_LIMITED',
  'TIMEOUT',
  'INTERNAL',
  'SOURCE_UNAVAILABLE',
  'STORAGE_FULL',
  'READ_ONLY',
]);

/** What errors in the place of an answer mean for the stream. */
export function endByErrors(errors: readonly AnswerError[]): StreamEnd {
  const { message, extensions = {} } = errors[0] ?? { message: 'The stream ended without a word.' };
  const code = typeof extensions['code'] === 'string' ? extensions['code'] : 'UNKNOWN';
  const { retryAfter } = extensions;
  const end = { verdict: verdictOf(code, 'resume' in extensions), code, message };
  return typeof retryAfter === 'number' ? { ...end, waitMs: retryAfter * 1_000 } : end;
}

function verdictOf(code: string, isCutOff: boolean): Verdict {
  if (code === 'UNAUTHENTICATED' || code === 'CURSOR_INVALID') return code;
  return isCutOff || passing.has(code) ? 'RESUME' : 'REFUSED';
}

/** Closing codes of a socket that say that the client itself is at fault, so that coming back would bring the same. */
const final: ReadonlySet<number> = new Set([1002, 1003, 1007, 1009, 4400, 4401, 4406, 4409]);

/** What the closing of a socket means for its streams. 1012 and 1013 name a cursor for one of them; each goes on after its own, which lies no later. */
export function endByClosing(code: number, reason: string): StreamEnd {
  const verdict = code === 4403 ? 'UNAUTHENTICATED' : final.has(code) ? 'REFUSED' : 'RESUME';
  return { verdict, code: code === 4403 ? 'UNAUTHENTICATED' : `CLOSED_${code}`, message: reason };
}

/** What a status in the place of a stream means, with the errors of its body, if there were any. */
export function endByStatus(status: number, errors: readonly AnswerError[]): StreamEnd {
  const told = errors.length > 0 ? endByErrors(errors) : { code: `HTTP_${status}`, message: `HTTP ${status}` };
  if (status === 401) return { ...told, verdict: 'UNAUTHENTICATED' };
  return { ...told, verdict: status === 408 || status === 429 || status >= 500 ? 'RESUME' : 'REFUSED' };
}

/** A connection that broke, or never came about. */
export function endByBreak(cause: unknown): StreamEnd {
  return { verdict: 'RESUME', code: 'DISCONNECTED', message: cause instanceof Error ? cause.message : 'The connection broke.' };
}
