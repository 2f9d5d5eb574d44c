import type { Principal } from '../../kernel/principal.js';

/** What a principal is told of the limits that it is held to. */
export interface ToldLimits {
  readonly documents: 'FREE' | 'TRUSTED';
  /** Most items on one page. */
  readonly pageSize: number;
  /** Most objects in one answer, reckoned before anything runs. */
  readonly nodes: number;
  /** Points in each window. */
  readonly points: number;
  readonly windowSeconds: number;
  readonly sockets: number;
  readonly subscriptionsASocket: number;
}

/** Tells the limits of a principal. */
export type TellLimits = (principal: Principal) => ToldLimits;
