import type { RequestContext } from '../../graphql/request-context.js';
import { asCityError } from '../../kernel/city-error.js';
import type { Log } from '../../kernel/log.js';
import { noteRefusals } from '../audit/noted-refusals.js';
import type { ReadsAudit } from '../audit/write-reads.js';
import { languageOf } from '../context/language.js';
import { type Exchange, exchangeId } from './exchange.js';
import { sendRefused } from './send-json.js';

/** What a refusal of a whole request is told with. */
export interface RefusalNeeds {
  readonly audit: ReadsAudit;
  readonly log: Log;
  /** Whoever asked, as far as that was known by then. */
  readonly context?: Pick<RequestContext, 'principal' | 'purpose'> | null;
  /** The status, where it is not that of the code. */
  readonly status?: number;
}

/** Answers a request with why it is refused, as JSON with a code, and notes it where it is for the audit log. */
export function refuseRequest(exchange: Exchange, thrown: unknown, { audit, log, context, status }: RefusalNeeds): void {
  const { request, response } = exchange;
  const requestId = exchangeId(exchange);
  noteRefusals([thrown], { requestId, principal: context?.principal, purpose: context?.purpose ?? null }, audit);
  const told = { language: languageOf(request.headers['accept-language']), requestId, log };
  // A table that has begun is broken off: nobody is to take a part for the whole.
  if (response.headersSent) response.destroy();
  else sendRefused(response, asCityError(thrown), status === undefined ? told : { ...told, status });
  // What is left of an oversized body is not read to its end.
  if (!request.complete) request.destroy();
}
