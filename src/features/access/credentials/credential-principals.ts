import type { IncomingHttpHeaders } from 'node:http';

import type { Principal } from '../../../kernel/principal.js';
import type { CallerOrigin, PrincipalSource } from '../ports.js';
import { bearerOf } from './bearer.js';
import { keyPrefix } from './key-text.js';
import { unauthenticated } from './unauthenticated.js';

/** Tells who holds a credential of one kind. */
export interface CredentialKind {
  /** Throws `UNAUTHENTICATED` where the credential is not good. */
  principalOf(credential: string, from: CallerOrigin): Promise<Principal>;
}

/** The kinds of credentials, and who comes with none. */
export interface CredentialKinds {
  readonly tokens: CredentialKind;
  readonly keys: CredentialKind;
  /** Who a caller without credentials is; null where credentials are required. */
  readonly nobody: (() => Principal) | null;
}

/** Tells who asks by the credential of the request. A bad one is refused, and never taken for none. */
export class CredentialPrincipals implements PrincipalSource {
  readonly #kinds: CredentialKinds;

  constructor(kinds: CredentialKinds) {
    this.#kinds = kinds;
  }

  async of({ authorization }: IncomingHttpHeaders, from: CallerOrigin): Promise<Principal> {
    const { tokens, keys, nobody } = this.#kinds;
    if (authorization !== undefined) {
      const credential = bearerOf(authorization);
      return (credential.startsWith(keyPrefix) ? keys : tokens).principalOf(credential, from);
    }
    if (nobody !== null) return nobody();
    throw unauthenticated('expected a token or a key, got none.', '须提供令牌或密钥。');
  }
}
