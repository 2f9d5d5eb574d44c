import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject, randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { SignJWT } from 'jose';

import { keptSecret } from '../../../config/kept-secret.js';
import { demoIssuer } from '../../../config/oidc.js';
import type { Clock } from '../../../kernel/clock.js';
import type { TokenIssuer } from './access-tokens.js';
import { type ActsAs, ownClaimNames } from './principal-claims.js';

const audience = 'allgrid';
const type = 'at+jwt';
const algorithm = 'ES256';

/** How long a demonstration token counts where nothing else is asked for, in seconds: 30 days. */
export const demoTokenSeconds = 30 * 24 * 3600;

/** What a demonstration token is to say. */
export interface DemoTokenWish extends ActsAs {
  /** Seconds from now; {@link demoTokenSeconds} when left out. */
  readonly seconds?: number;
}

/** Signs and believes access tokens of a key of its own, kept in `DATA_DIR`: for demonstrations, never in production. */
export class DemoTokens {
  readonly #path: string;
  readonly #clock: Clock;
  #key: Promise<KeyObject> | null = null;

  constructor(dataDir: string, clock: Clock) {
    this.#path = join(dataDir, 'demo-token.key');
    this.#clock = clock;
  }

  /** The issuer whose tokens these are. */
  get issuer(): TokenIssuer {
    const keys = async (): Promise<KeyObject> => createPublicKey(await this.#signingKey());
    return { issuer: demoIssuer, audience, type, algorithms: [algorithm], keys, claims: ownClaimNames };
  }

  /** A signed token that says what is wished. */
  async issue({ subject, seconds = demoTokenSeconds, ...claims }: DemoTokenWish): Promise<string> {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: algorithm, typ: type })
      .setIssuer(demoIssuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .setJti(randomUUID())
      .sign(await this.#signingKey());
  }

  #signingKey(): Promise<KeyObject> {
    this.#key ??= keptSecret(this.#path, newKey).then((jwk) => createPrivateKey({ key: JSON.parse(jwk) as JsonWebKey, format: 'jwk' }));
    return this.#key;
  }
}

/** A new key as one line of JSON (JWK). */
function newKey(): string {
  return JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }));
}
