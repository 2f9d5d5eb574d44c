import { readFile, stat } from 'node:fs/promises';

import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

import type { OidcSettings } from '../../../config/oidc.js';
import type { Log } from '../../../kernel/log.js';

/** Finds keys of an issuer where its settings say, and nowhere else. */
export function issuerKeys(jwks: OidcSettings['jwks'], log: Log): JWTVerifyGetKey {
  return 'url' in jwks ? keysOfAddress(new URL(jwks.url), log) : keysOfFile(jwks.file);
}

const renewEveryMs = 600_000;

/**
 * Finds keys at an address, asked for anew every ten minutes and for a key that is not known, at most twice a minute. An issuer that is
 * away keeps nobody waiting: the keys that were read last go on until it answers.
 */
function keysOfAddress(url: URL, log: Log): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, { cacheMaxAge: Number.POSITIVE_INFINITY });
  let renewedAt = Date.now();
  return (header, token) => {
    if (Date.now() - renewedAt > renewEveryMs) {
      renewedAt = Date.now();
      remote.reload().catch((cause: unknown) => log.warn({ cause }, "an issuer's keys could not be read again; the known ones go on"));
    }
    return remote(header, token);
  };
}

/** Finds keys in a file, which is read again when it has changed: how closed networks change keys. */
function keysOfFile(path: string): JWTVerifyGetKey {
  let held: { readonly mark: string; readonly keys: JWTVerifyGetKey } | null = null;
  return async (header, token) => {
    const { mtimeMs, size, ino } = await stat(path);
    const mark = `${ino} ${size} ${mtimeMs}`;
    if (held?.mark !== mark) held = { mark, keys: createLocalJWKSet(JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet) };
    return held.keys(header, token);
  };
}
