import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import type { ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Scope } from '../../../kernel/scope.js';
import type { IntakeRun } from '../runs/intake-runs.js';
import { anyRow, type HeldRow, type Quarantine, type QuarantinePage } from '../runs/quarantine.js';
import { IntakeRunType } from './intake-run.type.js';
import { pageAfter, pageOfRows } from './quarantine-pages.js';
import { QuarantinedRowConnection, type ShownRow } from './quarantined-row.type.js';

/** A page of one run's refused rows. */
interface Wish extends QuarantinePage {
  readonly runId: string;
}

/** Answers what an import refused, and how much of it is open still. */
@Resolver(() => IntakeRunType)
export class QuarantineOfRunResolver {
  readonly #quarantine: Quarantine;
  readonly #cursors: PageCursors;
  readonly #pages;
  readonly #open;

  constructor(quarantine: Quarantine, cursors: PageCursors) {
    this.#quarantine = quarantine;
    this.#cursors = cursors;
    this.#pages = perRequest<string, readonly HeldRow[]>('quarantinedRowsByRun', (wishes, { scope }) => this.#pagesOf(scope, wishes));
    this.#open = perRequest<string, number>('openRowsByRun', (ids, { scope }) => quarantine.openOfRuns(scope, ids));
  }

  @FieldResolver(() => QuarantinedRowConnection, { description: '它隔离的行，新的在前。The rows that it refused, newest first.' })
  async quarantinedRows(
    @Root() { id, state, rowsQuarantined }: IntakeRun,
    @Args(() => PageArgs) asked: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionValue<ShownRow>> {
    const { scope, principal } = context;
    const first = pageSize(asked.first, principal);
    const question = ['IntakeRun.quarantinedRows', id, scope.key];
    const wish: Wish = { runId: id, first, after: pageAfter(asked.after, question, this.#cursors) };
    const rows = await this.#pages(context).load(JSON.stringify(wish));
    // Only a run that came to its end has its own count.
    const count = () => (state === 'DONE' ? Promise.resolve(rowsQuarantined) : this.#quarantine.count(scope, { ...anyRow, runId: id }));
    return pageOfRows({ question, first, rows, count }, this.#cursors);
  }

  @FieldResolver(() => Int, {
    description: '它隔离的行中尚未消除的行数。How many of the rows that it refused no later import has cleared.',
  })
  openRows(@Root() { id }: IntakeRun, @Ctx() context: RequestContext): Promise<number> {
    return this.#open(context).load(id);
  }

  /** One statement for all pages of one size. */
  async #pagesOf(scope: Scope, wishes: readonly string[]): Promise<readonly (readonly HeldRow[])[]> {
    const found = new Map<string, readonly HeldRow[]>();
    const read = wishes.map((text) => ({ text, wish: JSON.parse(text) as Wish }));
    for (const [first, alike] of groupBy(read, ({ wish }) => wish.first)) {
      const pages = await this.#quarantine.pagesOfRuns(
        scope,
        alike.map(({ wish }) => wish),
        first,
      );
      for (const [nth, { text }] of alike.entries()) found.set(text, pages[nth]!);
    }
    return wishes.map((text) => found.get(text)!);
  }
}
