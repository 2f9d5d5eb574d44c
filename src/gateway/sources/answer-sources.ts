import type { RequestContext } from '../../graphql/request-context.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import { officesAnswered } from '../../kernel/offices-answered.js';
import { isToldOf, type OfficesNow } from './office-ages.js';

/** One office whose records are in an answer, as `extensions.sources` tells it. */
export interface AnswerSource {
  readonly department: DepartmentCode;
  readonly state: string;
  /** ISO 8601, UTC; null before the office's records came for the first time. */
  readonly asOf: string | null;
  readonly ageSeconds: number | null;
  /** Whether some of its fields are older than the caller wanted and were answered all the same; left out where it wanted nothing. */
  readonly stale?: true;
}

/** An answer with what its reader is told of the offices whose records it holds. */
export function withSources<Answer extends { readonly extensions?: Readonly<Record<string, unknown>> | undefined }>(
  answer: Answer,
  context: Pick<RequestContext, 'scope' | 'clock'>,
  offices: OfficesNow,
): Answer {
  const sources = sourcesOf(context, offices);
  return sources === null ? answer : { ...answer, extensions: { ...answer.extensions, sources } };
}

/** The offices whose records an answer holds, in the order of their codes; null where it holds none, or none that its reader is told of. */
function sourcesOf({ scope, clock }: Pick<RequestContext, 'scope' | 'clock'>, offices: OfficesNow): readonly AnswerSource[] | null {
  const now = clock.now().getTime();
  const told = officesAnswered(scope).flatMap(({ department, isStale }): AnswerSource[] => {
    const known = isToldOf(scope, department) ? offices(department) : null;
    if (known === null) return [];
    const { state, asOf } = known;
    const ageSeconds = asOf === null ? null : Math.max(0, Math.round((now - asOf.getTime()) / 1_000));
    return [{ department, state, asOf: asOf?.toISOString() ?? null, ageSeconds, ...(isStale ? { stale: true } : {}) }];
  });
  return told.length === 0 ? null : told.sort((one, other) => (one.department < other.department ? -1 : 1));
}
