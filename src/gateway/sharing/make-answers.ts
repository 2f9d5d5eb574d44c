import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';

import type { CityModel } from '../../features/crosswalk/index.js';
import type { Answer, LogPoint, Placed } from '../../features/live/index.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Log } from '../../kernel/log.js';
import { noteRefusals } from '../audit/noted-refusals.js';
import { documentName, type ReadsAudit, writeReads } from '../audit/write-reads.js';
import type { OperationsOnSchemas } from '../compiled-operations.js';
import { type ContextSources, renewed } from '../context/make-context.js';
import { documentFault } from '../document-fault.js';
import { formatError } from '../format-error.js';
import { answerInTime } from '../limits/answer-in-time.js';
import { asGraphqlError } from '../limits/read-document.js';
import { withSources } from '../sources/answer-sources.js';
import type { OfficesNow } from '../sources/office-ages.js';
import type { CallerFields } from './caller-fields.js';
import type { SharedContexts } from './shared-contexts.js';
import { isReadByName, rightsKeyOf } from './sharing-key.js';

type Context = RequestContext<CityModel>;

/** What answers of streams are made with. */
export interface AnswerNeeds {
  readonly sources: ContextSources;
  /** The longest that one delivery may take. */
  readonly requestTimeoutMs: number;
  readonly audit: ReadsAudit;
  readonly offices: OfficesNow;
  readonly log: Log;
  readonly callerFields: CallerFields;
  readonly operations: OperationsOnSchemas;
  readonly contexts: SharedContexts;
}

/**
 * Makes the answers of one stream, each on a context of that moment: loaders, city and rights are at most 500 ms old (see {@link SharedContexts}).
 * What an answer read under conditional grants is on the audit log before it leaves.
 */
export class AnswerMaker {
  readonly #args: ExecutionArgs;
  readonly #asked: Context;
  /** Whether its answers are for this reader alone. */
  readonly #isOwn: boolean;
  readonly #rights: string;
  readonly #document: string | null;
  readonly #needs: AnswerNeeds;

  constructor(args: ExecutionArgs, needs: AnswerNeeds) {
    this.#args = args;
    this.#asked = args.contextValue as Context;
    this.#isOwn = isReadByName(this.#asked) || needs.callerFields.isIn(args.document);
    this.#rights = rightsKeyOf(this.#asked);
    this.#document = documentName(args.operationName ?? getOperationAST(args.document)?.name?.value);
    this.#needs = needs;
  }

  /** Throws `UNAVAILABLE` to end the stream while no city has been loaded. */
  async of({ delivery, at, cursor, kind }: Placed<unknown>): Promise<Answer> {
    const context = this.#contextOf(at, kind);
    const result = await this.#execute(delivery, context);
    const told = await this.#audited(withSources(result, context, this.#needs.offices), context);
    return { payload: Buffer.from(JSON.stringify(this.#shown(told, context))), at, cursor, kind };
  }

  /** What others with the same rights look up for the same event serves this one as well. */
  #contextOf(at: LogPoint, kind: Placed<unknown>['kind']): Context {
    const renew = (): Context => renewed(this.#asked, this.#needs.sources);
    return this.#isOwn || kind !== 'EVENT' ? renew() : this.#needs.contexts.of(this.#rights, at, renew);
  }

  #execute(delivery: unknown, context: Context): Promise<ExecutionResult> {
    const { schema, document, operationName, variableValues } = this.#args;
    const variables = variableValues as Readonly<Record<string, unknown>> | undefined;
    const call = { document, operationName, variables, context, rootValue: delivery };
    const time = { withinMs: this.#needs.requestTimeoutMs, waitsForEnd: false };
    return answerInTime(time, () => this.#needs.operations.on(schema).execute(call));
  }

  async #audited(result: ExecutionResult, context: Context): Promise<ExecutionResult> {
    try {
      const written = await writeReads(context, this.#document, this.#needs.audit);
      return written === 'DELAYED' ? { ...result, extensions: { ...result.extensions, audit: written } } : result;
    } catch (thrown) {
      return { errors: [asGraphqlError(thrown)] };
    }
  }

  #shown({ errors, ...rest }: ExecutionResult, { principal, language, requestId }: Context): unknown {
    if (!errors) return rest;
    const { audit, log } = this.#needs;
    noteRefusals(errors, { principal, requestId }, audit);
    // What is left without a code here are variables that do not fit their types.
    const formatted = errors.map((error) => formatError(documentFault(error, 'BAD_USER_INPUT'), { language, requestId, log }));
    return { ...rest, errors: formatted };
  }
}
