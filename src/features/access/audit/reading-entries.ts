import { createHash } from 'node:crypto';

import type { ConditionalRead } from '../../../kernel/conditional-reads.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { Principal } from '../../../kernel/principal.js';
import { cityOwner } from '../../../kernel/scope.js';
import type { AuditEntry } from '../ports.js';
import { holdsOn, type SharingGrant } from '../sharing/sharing-grant.js';

/** The answer in which protected data was read. */
export interface Answered {
  readonly principal: Principal;
  readonly purpose: string | null;
  readonly requestId: string;
  /** Name of the operation, or id of the document. */
  readonly document: string | null;
  readonly day: CalendarDate;
}

/** Record ids that one line names; of more it tells number and SHA-256. More than the largest page holds. */
export const mostIds = 1_000;

/** The lines of what an answer read under conditional grants: one for each owner and class. */
export function readingEntries(
  reads: readonly ConditionalRead[],
  { principal, purpose, requestId, document, day }: Answered,
  grants: readonly SharingGrant[],
): readonly AuditEntry[] {
  return reads.map((read) => ({
    by: principal,
    kind: 'READ',
    act: 'read',
    office: read.owner,
    what: { class: read.dataClass, ...idsOf(read.ids) },
    outcome: 'DONE',
    purpose,
    rule: ruleOf(
      read,
      principal,
      grants.filter((grant) => holdsOn(grant, day)),
    ),
    document,
    requestId,
  }));
}

function idsOf(ids: readonly string[]): Readonly<Record<string, unknown>> {
  if (ids.length <= mostIds) return { records: ids, count: ids.length };
  const rest = [...ids.slice(mostIds)].sort().join('\n');
  const sha256 = createHash('sha256').update(rest).digest('hex');
  return { records: ids.slice(0, mostIds), count: ids.length, rest: { count: ids.length - mostIds, sha256 } };
}

function ruleOf({ owner, dataClass }: ConditionalRead, { department }: Principal, grants: readonly SharingGrant[]): string | null {
  const reader = department ?? cityOwner;
  const grant = grants.find(
    ({ from, to, attribute, dataClass: shared }) => attribute === 'CONDITIONAL' && from === owner && to === reader && shared === dataClass,
  );
  return grant ? `grant:${grant.uuid}` : null;
}
