import { Args, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import type { CityModel } from '../../crosswalk/index.js';
import { queryOfFilter } from '../../matters/graphql/index.js';
import type { FunnelBook, LoopFunnel } from '../funnel/loop-funnel.js';
import { LoopFunnelType } from './loop-funnel.type.js';
import { periodOf, ReportedArgs } from './statistics.args.js';

/** Answers the funnel of the loop. */
@Resolver()
export class LoopFunnelResolver {
  readonly #funnels: FunnelBook;

  constructor(funnels: FunnelBook) {
    this.#funnels = funnels;
  }

  @Query(() => LoopFunnelType, {
    description:
      '闭环漏斗：按部门、整个乡镇街道与整月由已存的合计作答；其他条件逐件统计，至多 200,000 件。The funnel of the loop: from kept sums by office, whole townships and whole months; by other conditions from at most 200,000 histories.',
  })
  loopFunnel(@Args(() => ReportedArgs) asked: ReportedArgs, @Ctx() context: RequestContext<CityModel>): Promise<LoopFunnel> {
    const { scope, model, principal } = context;
    return this.#funnels.funnel(scope, {
      query: queryOfFilter(asked.where, context),
      period: periodOf(asked.period),
      divisions: model.divisions,
      askedBy: principal.department,
    });
  }
}
