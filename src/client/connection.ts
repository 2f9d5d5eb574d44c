import type { Timing } from './timing.js';

type Given<Value> = Value | (() => Value | Promise<Value>);

/** How the platform is reached and what the caller proves itself with; what is a function is asked again for each connection. */
export interface ConnectionOptions {
  /** Where the platform is, e.g. `https://grid.example.gov.cn`. */
  readonly url: Given<string>;
  /** A token or key; nothing where the platform asks for none. */
  readonly token?: Given<string | null>;
  /** What is read for, where rights are conditional on it. */
  readonly purpose?: string;
  /** The class of sockets, where there is no global one: `ws` on Node 20. */
  readonly webSocketImpl?: unknown;
  readonly fetch?: typeof fetch;
  readonly timing?: Timing;
}

/** A path of the platform, as the address is now. */
export async function addressOf({ url }: ConnectionOptions, path: string): Promise<string> {
  const base = typeof url === 'function' ? await url() : url;
  return new URL(path, base).toString();
}

/** The authorization of the caller as it is now; nothing where it has none. */
export async function authorizationOf({ token }: ConnectionOptions): Promise<{ readonly authorization?: string }> {
  const proof = typeof token === 'function' ? await token() : token;
  return proof == null ? {} : { authorization: `Bearer ${proof}` };
}
