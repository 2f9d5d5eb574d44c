import type { IncomingMessage, ServerResponse } from 'node:http';

import { requestIdOf } from '../context/make-context.js';

/** A request and its response. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const header = 'x-request-id';

/** The id that an exchange goes by, in its header, its errors and the log: given at the first asking, the same ever after. */
export function exchangeId({ request, response }: Exchange): string {
  const given = response.getHeader(header);
  if (typeof given === 'string') return given;
  const id = requestIdOf(request.headers);
  if (!response.headersSent) response.setHeader(header, id);
  return id;
}
