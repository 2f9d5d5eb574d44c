import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import {
  type Agreements,
  type CallerOrigin,
  type CredentialWatch,
  type Places,
  type PrincipalSource,
  scopeOf,
} from '../../features/access/index.js';
import type { CityModel } from '../../features/crosswalk/index.js';
import { allElementsLayer } from '../../features/grids/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Clock } from '../../kernel/clock.js';
import { dateIn } from '../../kernel/dates.js';
import type { Principal } from '../../kernel/principal.js';
import type { Scope } from '../../kernel/scope.js';
import { languageOf } from './language.js';
import { purposeOfHeader } from './stated-purpose.js';

/** What contexts are made from. */
export interface ContextSources {
  readonly principals: PrincipalSource;
  /** Tells when a caller's credential counts no longer. */
  readonly watch: CredentialWatch;
  readonly clock: Clock;
  /** The city model of now; throws `UNAVAILABLE` while no city has been loaded. */
  readonly model: () => CityModel;
  /** What offices have agreed with each other by now. */
  readonly agreements: () => Agreements;
}

const acceptedRequestId = /^[\w.:-]{8,64}$/;

/** The id of a request: the caller's own where it is well-formed, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && acceptedRequestId.test(given) ? given : randomUUID();
}

/** What a request says of its caller. */
export interface Caller extends CallerOrigin {
  readonly headers: IncomingHttpHeaders;
}

/** What a request over HTTP says of its caller. */
export function callerOf({ headers, headersDistinct, socket }: IncomingMessage): Caller {
  const address = socket.remoteAddress ?? null;
  // Of two credentials Node takes the first, a proxy perhaps the last: nobody is to be let in as somebody else than was checked before.
  const isOne = (headersDistinct['authorization']?.length ?? 0) <= 1;
  return { headers: isOne ? headers : { ...headers, authorization: '' }, address };
}

/** Makes the context of one request: who asks, for what, when, in which language, on which model and within which scope. Throws `UNAUTHENTICATED`, `BAD_USER_INPUT` or `UNAVAILABLE`. */
export async function makeContext(caller: Caller, requestId: string, sources: ContextSources): Promise<RequestContext<CityModel>> {
  const principal = await sources.principals.of(caller.headers, caller);
  return contextFor(principal, { headers: caller.headers, requestId, purpose: purposeOfHeader(caller.headers) }, sources);
}

/** Makes the context of one request of a principal who is known already. */
export function contextFor(
  principal: Principal,
  { headers, requestId, purpose }: { readonly headers: IncomingHttpHeaders; readonly requestId: string; readonly purpose: string | null },
  sources: ContextSources,
): RequestContext<CityModel> {
  const asked = {
    principal,
    purpose,
    clock: sources.clock,
    requestId,
    language: languageOf(headers['accept-language']),
  };
  return pinned(asked, sources);
}

/** The same request on the city and the rights of now: a delivery of a subscription is made under what holds when it is made. */
export function renewed(context: RequestContext<CityModel>, sources: ContextSources): RequestContext<CityModel> {
  return pinned(context, sources);
}

type Asked = Omit<RequestContext<CityModel>, 'model' | 'scope' | 'scopeNow'>;

function pinned(asked: Asked, sources: ContextSources): RequestContext<CityModel> {
  const model = sources.model();
  return { ...asked, model, scope: scopeIn(model, asked, sources), scopeNow: () => scopeIn(sources.model(), asked, sources) };
}

/** Each answer has a scope object of its own: what it reads on condition is noted under it. */
function scopeIn(model: CityModel, { principal, purpose, clock }: Asked, sources: ContextSources): Scope {
  const day = dateIn(model.city.timeZone, clock.now());
  return scopeOf({ principal, purpose, places: placesOf(model), day }, sources.agreements());
}

function placesOf(model: CityModel): Places {
  return {
    cityCode: model.city.code,
    levelOf: (code) => model.divisions.find(code)?.level ?? null,
    gridUuidOf: (code) => model.unit(allElementsLayer, code)?.uuid ?? null,
  };
}
