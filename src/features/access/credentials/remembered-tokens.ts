import { createHash } from 'node:crypto';

import type { Clock } from '../../../kernel/clock.js';
import type { Principal } from '../../../kernel/principal.js';
import type { CredentialKind } from './credential-principals.js';

/** How long a good token is believed without another look at its signature, milliseconds; a key that its issuer takes back counts as long. */
export const rememberedMs = 10_000;
/** Tokens remembered at most; the one that was looked at longest ago goes first. */
const mostRemembered = 1_000;

interface Remembered {
  readonly principal: Principal;
  readonly until: number;
}

/** Remembers for a few seconds who bears a token that was found good: a signature costs more than the rest of a small request. */
export class RememberedTokens implements CredentialKind {
  readonly #tokens: CredentialKind;
  readonly #clock: Clock;
  readonly #known = new Map<string, Remembered>();

  constructor(tokens: CredentialKind, clock: Clock) {
    this.#tokens = tokens;
    this.#clock = clock;
  }

  async principalOf(...[token, from]: Parameters<CredentialKind['principalOf']>): Promise<Principal> {
    // Its digest only, so that no memory holds what others could use.
    const digest = createHash('sha256').update(token).digest('base64url');
    const known = this.#known.get(digest);
    if (known && this.#clock.now().getTime() < known.until) return known.principal;
    const principal = await this.#tokens.principalOf(token, from);
    this.#remember(digest, principal);
    return principal;
  }

  #remember(digest: string, principal: Principal): void {
    const until = Math.min(this.#clock.now().getTime() + rememberedMs, principal.credential.expiresAt?.getTime() ?? Infinity);
    this.#known.delete(digest);
    this.#known.set(digest, { principal, until });
    if (this.#known.size > mostRemembered) this.#known.delete(this.#known.keys().next().value!);
  }
}
