import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { pastInstant } from '../../../graphql/args/past-instant.js';
import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { type Page, pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { LimitQuery, LimitReadModel, LimitRow } from '../limits/limit-row.js';
import { TimeLimitConnection } from './time-limit.type.js';
import { type TimeLimitFilter, TimeLimitsArgs } from './time-limits.args.js';

/** Lists how long the city's clocks run. */
@Resolver()
export class TimeLimitsResolver {
  readonly #limits: LimitReadModel;
  readonly #cursors: PageCursors;

  constructor(limits: LimitReadModel, cursors: PageCursors) {
    this.#limits = limits;
    this.#cursors = cursors;
  }

  @Query(() => TimeLimitConnection, {
    description:
      '各环节的时限；适用者有多条时，依次以所选条件、本部门程序、最近类别、最低区划为先。The time limits of clocks; of several that apply, the one counts that names the chosen condition, then the procedure’s own, the nearest category, the lowest division.',
  })
  async timeLimits(
    @Args(() => TimeLimitsArgs) asked: TimeLimitsArgs,
    @Ctx() context: RequestContext<{ readonly at: CalendarDate }>,
  ): Promise<ConnectionValue<LimitRow>> {
    const query = {
      ...queryOf(asked.where ?? {}),
      at: asked.at ?? context.model.at,
      knownAt: pastInstant(asked.knownAt, context.clock),
    };
    const question = ['timeLimits', asked.where ?? null, asked.at ?? null, asked.knownAt ?? null];
    const after = asked.after == null ? null : (this.#cursors.decode(question, asked.after)[0] as string);
    const found = await this.#limits.page({ query, first: pageSize(asked.first, context.principal), after });
    return connectionOf(this.#page(found, question, () => this.#limits.count(query)));
  }

  #page(
    found: { readonly rows: readonly LimitRow[]; readonly hasMore: boolean },
    question: unknown,
    count: () => Promise<number>,
  ): Page<LimitRow> {
    let counted: Promise<number> | null = null;
    return {
      edges: found.rows.map((node) => ({ node, cursor: () => this.#cursors.encode(question, [node.uuid]) })),
      hasNextPage: found.hasMore,
      total: async () => ({ count: await (counted ??= count()), isLowerBound: false }),
    };
  }
}

function queryOf({ procedure, clock, standard, kind, category, division }: TimeLimitFilter): Omit<LimitQuery, 'at' | 'knownAt'> {
  return {
    ...(procedure == null ? {} : { procedures: procedure }),
    ...(clock == null ? {} : { clocks: clock }),
    ...(standard == null ? {} : { standard }),
    ...(kind == null ? {} : { kind }),
    ...(category == null ? {} : { categoryCodes: category }),
    ...(division == null ? {} : { divisionCodes: division }),
  };
}
