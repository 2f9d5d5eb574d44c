import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** Signs files of exported heads. */
export interface HeadSigner {
  /** SHA-256 of the public key (SPKI, DER), hex: how files name the key. */
  readonly keyId: string;
  /** The public key in PEM, for those who check. */
  readonly publicPem: string;
  /** An Ed25519 signature (RFC 8032) of a text in UTF-8, base64. */
  sign(text: string): string;
}

/** Checks signatures of one key. */
export interface HeadChecker {
  readonly keyId: string;
  /** Whether `signature` (base64) is this key's of the text. */
  holds(text: string, signature: string): boolean;
}

/** A new private key in PEM (PKCS 8). */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim();
}

/** The signer of a private key in PEM; throws where it is no Ed25519 key. */
export function headSigner(privatePem: string): HeadSigner {
  const key = ed25519(createPrivateKey(privatePem));
  const publicKey = createPublicKey(key);
  return {
    keyId: idOf(publicKey),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}

/** The checker of a public key in PEM; throws where it is no Ed25519 key. */
export function headChecker(publicPem: string): HeadChecker {
  const key = ed25519(createPublicKey(publicPem));
  return {
    keyId: idOf(key),
    holds: (text, signature) => verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64')),
  };
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new Error(`Expected an Ed25519 key for the heads of the audit log, got ${key.asymmetricKeyType ?? key.type}.`);
}

function idOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
