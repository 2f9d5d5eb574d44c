import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { PrincipalSource } from '../../features/access/index.js';
import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Clock } from '../../kernel/clock.js';
import { languageOf } from './language.js';

/** What contexts are made from. */
export interface ContextSources {
  readonly principals: PrincipalSource;
  readonly clock: Clock;
  /** The city model of now; throws `UNAVAILABLE` while no city has been loaded. */
  readonly model: () => CityModel;
}

const acceptedRequestId = /^[\w.:-]{8,64}$/;

/** The id of a request: the caller's own where it is well-formed, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && acceptedRequestId.test(given) ? given : randomUUID();
}

/** Makes the context of one request: who asks, when, in which language, on which model. Throws `UNAUTHENTICATED` or `UNAVAILABLE`. */
export async function makeContext(
  headers: IncomingHttpHeaders,
  requestId: string,
  sources: ContextSources,
): Promise<RequestContext<CityModel>> {
  return {
    principal: await sources.principals.of(headers),
    clock: sources.clock,
    requestId,
    language: languageOf(headers['accept-language']),
    model: sources.model(),
  };
}
