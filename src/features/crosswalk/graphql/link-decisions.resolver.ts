import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { unitRefOf } from '../../grids/graphql/index.js';
import type { GridModel } from '../../grids/index.js';
import type { DecisionPageStart, DecisionQuery, DecisionReadModel } from '../decisions/ports.js';
import { decisionValue, type LinkDecisionValue } from './decision-value.js';
import { LinkDecisionConnection } from './link-decision.type.js';
import { type LinkDecisionFilter, LinkDecisionsArgs } from './link-decisions.args.js';

/** Answers which decisions about links were taken. */
@Resolver()
export class LinkDecisionsResolver {
  readonly #decisions: DecisionReadModel;
  readonly #cursors: PageCursors;

  constructor(decisions: DecisionReadModel, cursors: PageCursors) {
    this.#decisions = decisions;
    this.#cursors = cursors;
  }

  @Query(() => LinkDecisionConnection, {
    description: '对关联的决定，最新在前，含已终止者。Decisions about links, newest first, ended ones among them.',
  })
  async linkDecisions(
    @Args(() => LinkDecisionsArgs) asked: LinkDecisionsArgs,
    @Ctx() { principal, model }: RequestContext<GridModel>,
  ): Promise<ConnectionValue<LinkDecisionValue>> {
    const query = queryOf(asked.where ?? {});
    const question = ['linkDecisions', query];
    const first = pageSize(asked.first, principal);
    const found = await this.#decisions.page(query, { first, after: this.#startOf(question, asked.after) });
    return connectionOf({
      edges: found.slice(0, first).map((decision) => ({
        node: decisionValue(decision, model),
        cursor: () => this.#cursors.encode(question, [decision.recordedFrom.getTime(), decision.uuid]),
      })),
      hasNextPage: found.length > first,
      total: async () => ({ count: await this.#decisions.count(query), isLowerBound: false }),
    });
  }

  #startOf(question: unknown, after: string | null | undefined): DecisionPageStart | null {
    if (after == null) return null;
    const [time, uuid] = this.#cursors.decode(question, after) as readonly [number, string];
    return { recordedFrom: new Date(time), uuid };
  }
}

function queryOf({ unit, documentNumber, inForce }: LinkDecisionFilter): DecisionQuery {
  return { unit: unit ? unitRefOf(unit) : null, documentNumber: documentNumber ?? null, inForce: inForce ?? null };
}
