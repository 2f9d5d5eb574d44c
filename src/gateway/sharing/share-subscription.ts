import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from 'graphql';

import type { LiveSource, SharedRuns, Sink } from '../../features/live/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { OperationsOnSchemas } from '../compiled-operations.js';
import { CallerFields } from './caller-fields.js';
import { FollowedStream } from './followed-stream.js';
import { AnswerMaker, type AnswerNeeds } from './make-answers.js';
import { SharedContexts } from './shared-contexts.js';
import { sharingKeyOf } from './sharing-key.js';

/** What the subscriptions of all transports have in common. */
export interface Sharing {
  /** The streams that subscriptions follow. */
  readonly runs: SharedRuns;
  readonly callerFields: CallerFields;
  readonly operations: OperationsOnSchemas;
  readonly contexts: SharedContexts;
}

/** What subscriptions are shared by. */
export interface SharingNeeds extends AnswerNeeds, Sharing {}

/** What subscriptions on a schema share. */
export function sharingOn(schema: GraphQLSchema, runs: SharedRuns): Sharing {
  return { runs, callerFields: new CallerFields(schema), operations: new OperationsOnSchemas(), contexts: new SharedContexts() };
}

/** Subscribes so that equal subscriptions are executed once; the answers go to `sink`, what is returned only ends. */
export async function shareSubscription(args: ExecutionArgs, sink: Sink, needs: SharingNeeds): Promise<FollowedStream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  if (!isLiveSource(source)) throw new Error('Every subscription of the schema answers a LiveSource, got another iterable.');
  const maker = new AnswerMaker(args, needs);
  const key = sharingKeyOf(args, args.contextValue as RequestContext, needs.callerFields);
  return new FollowedStream(needs.runs.follow({ key, source, make: (placed) => maker.of(placed) }, sink));
}

function isLiveSource(source: AsyncIterable<unknown>): source is LiveSource {
  return 'opening' in source && 'from' in source;
}
