import type { Act } from '../role-rights.js';
import type { ActsAs } from './principal-claims.js';

/** A key of a machine as it is kept: everything but its secret, of which only a hash is. */
export interface AccessKey extends ActsAs {
  /** 12 letters and digits; the part of the key that may be shown. */
  readonly id: string;
  /** `<algorithm>:<hex>`. */
  readonly secretHash: string;
  /** What may be done with it at most; null for all that its role may. */
  readonly acts: readonly Act[] | null;
  /** Networks that it counts from, e.g. `10.1.0.0/16`; empty for everywhere. */
  readonly networks: readonly string[];
  /** From when on it counts no longer; null for never. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  /** Subject of who made it. */
  readonly createdBy: string;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

/** Whether a key counts at an instant. */
export function isLive({ revokedAt, expiresAt }: Pick<AccessKey, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || now < expiresAt);
}
