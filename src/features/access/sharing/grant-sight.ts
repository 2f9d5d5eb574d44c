import type { Principal } from '../../../kernel/principal.js';
import type { Owner } from '../../../kernel/scope.js';
import type { SharingGrant } from './sharing-grant.js';

/** Whose grants a principal may look at: those from and to its own office, or all where it acts for the city or watches over rights. */
export function grantsSeenBy({ department, role }: Principal): Owner | null {
  return role === 'AUDITOR' || role === 'SECURITY_ADMINISTRATOR' ? null : department;
}

/** Whether a principal may know that a grant exists. */
export function seesGrant(principal: Principal, { from, to }: Pick<SharingGrant, 'from' | 'to'>): boolean {
  const owner = grantsSeenBy(principal);
  return owner === null || owner === from || owner === to;
}
