import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { AnswerStream, RenewContext } from '../../graphql/subscribe-afresh.js';
import { asGraphqlError } from '../limits/read-document.js';
import { withSources } from '../sources/answer-sources.js';
import type { OfficesNow } from '../sources/office-ages.js';
import { documentName, type ReadsAudit, writeReads } from './write-reads.js';

type Context = RequestContext<CityModel>;
type Answers = AnswerStream | ExecutionResult;

/**
 * Subscribes so that what each delivery read under conditional grants is on the audit log before it leaves, and that it tells how old its records are. `subscribe` is handed the
 * renewing of contexts, of which there is one at a time: a delivery is made when the one before it has left.
 */
export async function auditedStream(
  args: ExecutionArgs,
  {
    renew,
    subscribe,
    audit,
    offices,
  }: {
    renew: RenewContext<Context>;
    subscribe: (renew: RenewContext<Context>) => Promise<Answers>;
    audit: ReadsAudit;
    offices: OfficesNow;
  },
): Promise<Answers> {
  let latest: Context | null = null;
  const answers = await subscribe(async (given) => (latest = await renew(given)));
  if (!(Symbol.asyncIterator in answers)) return answers;
  const document = documentName(args.operationName ?? getOperationAST(args.document)?.name?.value);
  const next = answers.next.bind(answers);
  answers.next = async () => {
    const answer = await next();
    if (answer.done || latest === null) return answer;
    const told = withSources(answer.value, latest, offices);
    return { done: false, value: await audited(told, () => writeReads(latest!, document, audit)) };
  };
  return answers;
}

async function audited(result: ExecutionResult, write: () => ReturnType<typeof writeReads>): Promise<ExecutionResult> {
  try {
    const written = await write();
    return written === 'DELAYED' ? { ...result, extensions: { ...result.extensions, audit: written } } : result;
  } catch (thrown) {
    return { errors: [asGraphqlError(thrown)] };
  }
}
