import type { AnswerAudit } from '../../features/access/index.js';
import type { CityModel } from '../../features/crosswalk/index.js';
import { conditionalReadsOf } from '../../graphql/conditional-reads.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { dateIn } from '../../kernel/dates.js';

/** What the gateway asks of the audit log. */
export type ReadsAudit = Pick<AnswerAudit, 'reads' | 'refused'>;

/**
 * Writes what an answer read under conditional grants; NOTHING where it read nothing of the kind, which costs nothing. Throws
 * `UNAVAILABLE` where the lines can be kept nowhere: the answer must not leave.
 */
export async function writeReads(
  context: RequestContext<CityModel>,
  document: string | null,
  audit: ReadsAudit,
): Promise<'NOTHING' | 'WRITTEN' | 'DELAYED'> {
  const reads = conditionalReadsOf(context);
  if (reads.length === 0) return 'NOTHING';
  const { principal, purpose, requestId, model, clock } = context;
  return audit.reads(reads, { principal, purpose, requestId, document, day: dateIn(model.city.timeZone, clock.now()) });
}

/** The name of an operation as it stands on the audit log: at most 128 characters; null for none. */
export function documentName(name: string | null | undefined): string | null {
  return name === null || name === undefined || name === '' ? null : name.slice(0, 128);
}
