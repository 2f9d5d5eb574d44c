import { readFile, stat } from 'node:fs/promises';

import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

import type { OidcSettings } from '../../../config/oidc.js';

/** Finds keys of an issuer where its settings say, and nowhere else. */
export function issuerKeys(jwks: OidcSettings['jwks']): JWTVerifyGetKey {
  return 'url' in jwks ? createRemoteJWKSet(new URL(jwks.url)) : keysOfFile(jwks.file);
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
