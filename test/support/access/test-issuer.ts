import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';

/** What is changed of a good token; a claim of `undefined` is left out. */
export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
  /** Signs instead of the issuer's own key. */
  readonly key?: CryptoKey | Uint8Array;
}

/** An issuer of a test: signs as an identity provider would, and writes its public keys to a file. */
export class TestIssuer {
  static readonly issuer = 'https://idp.test';
  static readonly audience = 'allgrid-test';

  private constructor(
    private readonly keys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey },
    readonly kid: string,
  ) {}

  /** An issuer with a new RSA key. */
  static async make(kid = randomUUID()): Promise<TestIssuer> {
    return new TestIssuer(await generateKeyPair('RS256', { extractable: true }), kid);
  }

  /** Variables of a platform that believes the issuer whose keys stand in this file, and nobody else. */
  static settings(jwks: string): Readonly<Record<string, string>> {
    return { AUTH: 'required', OIDC_ISSUER: this.issuer, OIDC_AUDIENCE: this.audience, OIDC_JWKS: jwks };
  }

  async jwk(): Promise<JWK> {
    return { ...(await exportJWK(this.keys.publicKey)), kid: this.kid, alg: 'RS256', use: 'sig' };
  }

  publicPem(): Promise<string> {
    return exportSPKI(this.keys.publicKey);
  }

  /** Writes the public keys of some issuers to a file. */
  static async publish(path: string, issuers: readonly TestIssuer[]): Promise<void> {
    await writeFile(path, JSON.stringify({ keys: await Promise.all(issuers.map((one) => one.jwk())) }));
  }

  /** A token of an analyst of no division, good for ten minutes, with whatever the test changes. */
  async token({ claims = {}, header = {}, key = this.keys.privateKey }: TokenChanges = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const { issuer: iss, audience: aud } = TestIssuer;
    const payload = { iss, aud, sub: 'someone', iat: now, exp: now + 600, jti: randomUUID(), role: 'ANALYST', divisions: [], ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: this.kid, ...header }).sign(key);
  }
}
