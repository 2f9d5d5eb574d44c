import type { Parser } from './parsers.js';

/** Issuer of the tokens of a demonstration; refused in production, whosever keys are named beside it. */
export const demoIssuer = 'urn:allgrid:demo';

/** What a claim may be asked for. */
const claimKinds = ['role', 'department', 'organisation', 'divisions', 'grids'] as const;

/** Whose tokens are believed, and how their claims are called. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys (JWKS) are: an address, or the absolute path of a file that is read again when it changes. */
  readonly jwks: { readonly url: string } | { readonly file: string };
  /** Signatures that count, e.g. `RS256`; asymmetric ones only. */
  readonly algorithms: readonly string[];
  /** The header's `typ` of an access token. */
  readonly tokenType: string;
  readonly claims: Readonly<Record<(typeof claimKinds)[number], string>>;
}

/** Every asymmetric signature of RFC 7518 and RFC 8037; a shared secret signs nothing here. */
export const asymmetricAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
] as const;

/** Names of signatures with commas between. */
export const algorithmList: Parser<readonly string[]> = (text) => {
  const value = text.split(',');
  const isKnown = value.every((name) => (asymmetricAlgorithms as readonly string[]).includes(name));
  return isKnown ? { value } : { expected: `some of ${asymmetricAlgorithms.join(',')}` };
};

/** `kind=claim` pairs with commas between; kinds left out keep their own name. */
export const claimNames: Parser<OidcSettings['claims']> = (text) => {
  const pairs = text.split(',').map((pair) => /^([a-z]+)=(\S+)$/.exec(pair));
  const isKnown = pairs.every((pair) => pair !== null && (claimKinds as readonly string[]).includes(pair[1]!));
  if (!isKnown) return { expected: `pairs such as role=city_role,divisions=areas; the kinds are ${claimKinds.join(', ')}` };
  const own = claimKinds.map((kind) => [kind, kind] as const);
  const value = Object.fromEntries([...own, ...pairs.map((pair) => [pair![1]!, pair![2]!] as const)]);
  return { value: value as OidcSettings['claims'] };
};
