import type { Peer } from '../peers/start-peer.js';
import { Readers } from './ask-readers.js';
import type { ReaderGroup, ReadersJob } from './question.js';

/** Where it is measured. */
export interface LiveGround {
  readonly indexUrl: string;
  /** Bearer tokens of principals with equal rights; one may have 20 sockets. */
  readonly tokens: readonly string[];
  readonly matters: readonly string[];
  /** Codes of the township-level divisions that those matters lie in. */
  readonly townships: readonly string[];
  readonly servers: Readonly<Record<ContenderName, Peer>>;
}

/** Those that are measured beside each other. */
export type ContenderName = 'allgrid' | 'plain graphql-ws' | 'bare ws';

/** A table as it is printed and kept. */
export interface Measured {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Sockets that each principal may have. */
const ofPrincipal = 20;

/** Spreads a wish over as many principals as its sockets need. */
export function spread(ground: LiveGround, wishes: readonly Omit<ReaderGroup, 'token' | 'sockets'>[]): readonly ReaderGroup[] {
  return wishes.map((wish, nth) => ({ ...wish, sockets: 1, token: ground.tokens[Math.floor(nth / ofPrincipal)]! }));
}

/** Opens the sockets of some groups at a contender. */
export function openAt(ground: LiveGround, name: ContenderName, groups: readonly ReaderGroup[]): Promise<Readers> {
  const protocol: ReadersJob['protocol'] = name === 'bare ws' ? 'bare' : 'graphql-ws';
  return Readers.open({ url: ground.servers[name].url.replace(/\/graphql$/, ''), protocol, groups });
}

/** The value below which a share of ordered values lies. */
export function quantile(ordered: readonly number[], share: number): number {
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}
