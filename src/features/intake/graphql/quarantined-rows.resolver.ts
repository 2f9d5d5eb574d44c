import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import type { IntakeRun, IntakeRuns } from '../runs/intake-runs.js';
import type { Quarantine, QuarantineQuery } from '../runs/quarantine.js';
import { IntakeRunType } from './intake-run.type.js';
import { pageAfter, pageOfRows } from './quarantine-pages.js';
import {
  QuarantinedRowConnection,
  type QuarantinedRowFilter,
  QuarantinedRowsArgs,
  QuarantinedRowType,
  type ShownRow,
} from './quarantined-row.type.js';

/** Answers which rows were refused, why, and by which run each was cleared. */
@Resolver(() => QuarantinedRowType)
export class QuarantinedRowsResolver {
  readonly #quarantine: Quarantine;
  readonly #cursors: PageCursors;
  readonly #run;

  constructor({ quarantine, runs }: { readonly quarantine: Quarantine; readonly runs: IntakeRuns }, cursors: PageCursors) {
    this.#quarantine = quarantine;
    this.#cursors = cursors;
    this.#run = perRequest<string, IntakeRun | null>('runOfQuarantinedRow', (ids, { scope }) => runs.byIds(scope, ids));
  }

  @Query(() => QuarantinedRowConnection, { description: '被隔离的行，新的在前。Refused rows, newest first.' })
  async quarantinedRows(
    @Args(() => QuarantinedRowsArgs) asked: QuarantinedRowsArgs,
    @Ctx() { principal, scope }: RequestContext,
  ): Promise<ConnectionValue<ShownRow>> {
    const query = queryOf(asked.where ?? {});
    const first = pageSize(asked.first, principal);
    const question = ['quarantinedRows', query, scope.key];
    const rows = await this.#quarantine.page(scope, query, { first, after: pageAfter(asked.after, question, this.#cursors) });
    return pageOfRows({ question, first, rows, count: () => this.#quarantine.count(scope, query) }, this.#cursors);
  }

  @FieldResolver(() => IntakeRunType, { description: '隔离它的那次接入。The import that refused it.' })
  async run(@Root() { runId }: ShownRow, @Ctx() context: RequestContext): Promise<IntakeRun> {
    return (await this.#run(context).load(runId))!;
  }

  @FieldResolver(() => IntakeRunType, {
    nullable: true,
    description:
      '消除它的那次接入；未消除为空，等于隔离它的那次则表示该次失败、此行从未计入。The import that cleared it; null while it is open, and the one that refused it where that failed, so that the row never counted.',
  })
  clearedBy(@Root() { clearedBy }: ShownRow, @Ctx() context: RequestContext): Promise<IntakeRun | null> | null {
    return clearedBy === null ? null : this.#run(context).load(clearedBy);
  }
}

function queryOf({ department, run, file, field, code, open }: QuarantinedRowFilter): QuarantineQuery {
  return {
    department: department ?? null,
    runId: run == null ? null : runIdOf(run),
    file: file ?? null,
    field: field ?? null,
    code: code ?? null,
    open: open ?? null,
  };
}

function runIdOf(text: string): string {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return text;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: 'where.run: expected the number of an import.',
    messageZh: 'where.run：应为一次接入的运行号。',
    hint: 'intakeRuns shows them as id, and so does allgrid import.',
  });
}
