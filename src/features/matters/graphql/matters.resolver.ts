import { Args, Ctx, Query, Resolver } from 'type-graphql';

import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import { pageSize } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Matter } from '../matter.js';
import type { MatterReadModel } from '../ports.js';
import { MatterArgs, MattersArgs } from './filter/matter.args.js';
import { orderingOf, queryOfFilter } from './filter/query-of-filter.js';
import { MatterConnection } from './matter.connection.js';
import { MatterType } from './matter.type.js';
import { countCap, matterPage, pageStart } from './matter-pages.js';

/** Answers the questions for matters across all offices. */
@Resolver()
export class MattersResolver {
  readonly #matters: MatterReadModel;
  readonly #cursors: PageCursors;

  constructor(matters: MatterReadModel, cursors: PageCursors) {
    this.#matters = matters;
    this.#cursors = cursors;
  }

  @Query(() => MatterType, { nullable: true, description: '按登记方编号取一个事项。One matter by its id in a register.' })
  matter(@Args(() => MatterArgs) asked: MatterArgs, @Ctx() { scope }: RequestContext): Promise<Matter | null> {
    return this.#matters.bySource(scope, { department: asked.department ?? null, localId: asked.localId });
  }

  @Query(() => MatterConnection, { description: '跨部门的事项列表。The matters of all offices.' })
  async matters(@Args(() => MattersArgs) asked: MattersArgs, @Ctx() context: RequestContext<CityModel>): Promise<ConnectionValue<Matter>> {
    const query = queryOfFilter(asked.where, context);
    const ordering = orderingOf(asked.orderBy);
    const { scope } = context;
    const question = ['matters', scope.key, asked.where ?? null, ordering];
    const first = pageSize(asked.first, context.principal);
    const rows = await this.#matters.page(scope, { query, ordering, first, after: pageStart(this.#cursors, question, asked.after) });
    const count = (): Promise<number> => this.#matters.count(scope, query, countCap);
    return connectionOf(matterPage(rows, { question, ordering, cursors: this.#cursors, count }));
  }
}
