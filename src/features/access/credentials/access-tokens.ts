import { decodeJwt, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';

import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { Principal, Role } from '../../../kernel/principal.js';
import { actsAsOf, type CityCodes, type ClaimNames, ClaimRefused } from './principal-claims.js';
import { unauthenticated } from './unauthenticated.js';

/** Whose tokens are believed, and what they must say. Nothing of it ever comes from a token. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Signatures that count; never `none`, and none of a shared secret. */
  readonly algorithms: readonly string[];
  /** The header's `typ`, so that an ID token is no access token (RFC 9068). */
  readonly type: string;
  /** Finds the key of a token among the issuer's own; a `jku`, `x5u` or `jwk` of the token is never followed. */
  readonly keys: JWTVerifyGetKey;
  readonly claims: ClaimNames;
}

/** What judging tokens takes beside their issuers. */
export interface TokenJudging {
  /** The codes of the city that is loaded. */
  readonly city: () => CityCodes;
  readonly clock: Clock;
  readonly log: Log;
}

/** By how much the clocks of issuer and platform may differ (RFC 7519, 4.1.4). */
const clockToleranceSeconds = 60;

/** The end of time as JavaScript counts it: a date beyond it is none, and a credential without an end would never be looked at again. */
const lastInstant = 8.64e15;

const machineRoles: ReadonlySet<Role> = new Set<Role>(['DEPARTMENT_SYSTEM', 'SCREEN']);

/** Tells who bears an access token of one of some issuers. */
export class AccessTokens {
  readonly #issuers: readonly TokenIssuer[];
  readonly #judging: TokenJudging;

  constructor(issuers: readonly TokenIssuer[], judging: TokenJudging) {
    this.#issuers = issuers;
    this.#judging = judging;
  }

  /** The bearer of a token; throws `UNAUTHENTICATED` where it is not good, `UNAVAILABLE` where the issuer's keys cannot be read. */
  async principalOf(token: string): Promise<Principal> {
    const issuer = this.#issuerOf(token);
    try {
      const { payload } = await jwtVerify(token, issuer.keys, { ...this.#demands(issuer), requiredClaims: ['exp', 'sub'] });
      return bearerOf(payload, issuer, this.#judging.city());
    } catch (thrown) {
      throw this.#refusal(thrown, issuer);
    }
  }

  #demands({ issuer, audience, algorithms, type }: TokenIssuer) {
    const currentDate = this.#judging.clock.now();
    return { issuer, audience, algorithms: [...algorithms], typ: type, clockTolerance: clockToleranceSeconds, currentDate };
  }

  /** The issuer that the token names, before anything of it is believed. */
  #issuerOf(token: string): TokenIssuer {
    const named = unverifiedIssuer(token);
    const issuer = this.#issuers.find((one) => one.issuer === named);
    if (issuer) return issuer;
    throw unauthenticated(
      'expected a token of an issuer that this platform trusts, or a key.',
      '须为本平台信任的签发者所签的令牌，或密钥。',
    );
  }

  #refusal(thrown: unknown, { issuer }: TokenIssuer): CityError {
    const { log } = this.#judging;
    if (thrown instanceof CityError) return thrown;
    if (thrown instanceof ClaimRefused) {
      log.warn({ issuer, claim: thrown.claim, expected: thrown.expected }, 'a token was refused for what it claims');
      return unauthenticated(
        `the token's claim ${thrown.claim} is not known to this platform.`,
        `令牌中的 ${thrown.claim} 不为本平台所知。`,
      );
    }
    if (isOfToken(thrown)) {
      log.info({ issuer, why: thrown.code, claim: claimOf(thrown) }, 'a token was refused');
      return refusalOf(thrown);
    }
    log.error({ issuer, cause: thrown }, "an issuer's keys cannot be read");
    return new CityError({
      code: 'UNAVAILABLE',
      fault: 'ours',
      message: "The issuer's keys cannot be read now, so no token can be checked.",
      messageZh: '暂时读不到签发者的公钥，无法核验令牌。',
      hint: 'Ask again; keys of machines are not concerned.',
      cause: thrown,
    });
  }
}

function bearerOf(payload: JWTPayload, { claims }: TokenIssuer, city: CityCodes): Principal {
  const actsAs = actsAsOf(payload, claims, city);
  return {
    ...actsAs,
    kind: machineRoles.has(actsAs.role) ? 'MACHINE' : 'PERSON',
    credential: { kind: 'TOKEN', id: (payload.jti ?? '').slice(0, 128), expiresAt: new Date(Math.min(payload.exp! * 1000, lastInstant)) },
  };
}

function unverifiedIssuer(token: string): unknown {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** Whether the token is to blame, and not the way to the issuer's keys. */
function isOfToken(thrown: unknown): thrown is errors.JOSEError {
  if (!(thrown instanceof errors.JOSEError)) return false;
  return thrown.code !== errors.JOSEError.code && !(thrown instanceof errors.JWKSTimeout) && !(thrown instanceof errors.JWKSInvalid);
}

function claimOf(thrown: errors.JOSEError): string | null {
  return thrown instanceof errors.JWTClaimValidationFailed || thrown instanceof errors.JWTExpired ? thrown.claim : null;
}

/** What is wrong is told only once the signature has been found good, as jose looks at that first. */
function refusalOf(thrown: errors.JOSEError): CityError {
  if (thrown instanceof errors.JWTExpired) return unauthenticated('the token has expired.', '令牌已过期。');
  const claim = claimOf(thrown);
  if (claim !== null) return unauthenticated(`the token's ${claim} is not what this platform expects.`, `令牌的 ${claim} 与要求不符。`);
  return unauthenticated('the token cannot be verified.', '令牌无法核验。');
}
