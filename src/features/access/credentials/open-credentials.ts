import type { Config } from '../../../config/config.js';
import type { OidcSettings } from '../../../config/oidc.js';
import type { Clock } from '../../../kernel/clock.js';
import type { Log } from '../../../kernel/log.js';
import type { CredentialWatch, PrincipalSource } from '../ports.js';
import { AccessTokens, type TokenIssuer } from './access-tokens.js';
import { cityCodesOf, type CredentialCity } from './city-codes.js';
import { CredentialLives } from './credential-lives.js';
import { CredentialPrincipals } from './credential-principals.js';
import { demoAnalyst } from './demo-analyst.js';
import { DemoTokens } from './demo-tokens.js';
import type { HeldKeys } from './held-keys.js';
import { issuerKeys } from './issuer-keys.js';
import { RememberedTokens } from './remembered-tokens.js';

/** What checking credentials stands on. */
export interface CredentialNeeds {
  readonly config: Pick<Config, 'auth' | 'dataDir' | 'oidc'>;
  /** The city that is loaded; throws `UNAVAILABLE` before. */
  readonly city: () => CredentialCity;
  /** Codes of the offices. */
  readonly offices: readonly string[];
  readonly keys: HeldKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/** What tells who asks. */
export interface Credentials {
  readonly principals: PrincipalSource;
  readonly watch: CredentialWatch;
  /** Signs demonstration tokens; null where they count for nothing. */
  readonly demoTokens: DemoTokens | null;
}

/** Puts together what tells who asks, by the way in which the operator lets callers in. */
export function openCredentials({ config, city, offices, keys, clock, log }: CredentialNeeds): Credentials {
  const demoTokens = config.auth === 'demo' ? new DemoTokens(config.dataDir, clock) : null;
  const issuers = [...(demoTokens ? [demoTokens.issuer] : []), ...(config.oidc ? [issuerOf(config.oidc, log)] : [])];
  const tokens = new RememberedTokens(new AccessTokens(issuers, { city: () => cityCodesOf(city(), offices), clock, log }), clock);
  const nobody = demoTokens ? () => demoAnalyst(city().code) : null;
  return { principals: new CredentialPrincipals({ tokens, keys, nobody }), watch: new CredentialLives(keys, clock), demoTokens };
}

function issuerOf({ issuer, audience, algorithms, tokenType, jwks, claims }: OidcSettings, log: Log): TokenIssuer {
  return { issuer, audience, algorithms, type: tokenType, keys: issuerKeys(jwks, log), claims };
}
