import { Args, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import type { CityModel } from '../../crosswalk/index.js';
import { queryOfFilter } from '../../matters/graphql/index.js';
import type { MatterFigures, MatterStatistics } from '../figures/matter-statistics.js';
import type { MetricDefinition } from '../metrics/metric-definition.js';
import { metricDefinitions } from '../metrics/metric-definitions.js';
import { MatterStatisticsType } from './matter-statistics.type.js';
import { MetricDefinitionType } from './metric-definition.type.js';
import { MatterStatisticsArgs, periodOf } from './statistics.args.js';

/** Answers figures about matters, and what they mean. */
@Resolver()
export class MatterStatisticsResolver {
  readonly #figures: MatterFigures;

  constructor(figures: MatterFigures) {
    this.#figures = figures;
  }

  @Query(() => MatterStatisticsType, {
    description: '期间内上报事项的统计，逐件精确计数。Figures about the matters reported in a period, exact: each one is counted.',
  })
  matterStatistics(
    @Args(() => MatterStatisticsArgs) asked: MatterStatisticsArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<MatterStatistics> {
    return this.#figures.statistics(context.scope, {
      query: queryOfFilter(asked.where, context),
      period: periodOf(asked.period),
      groupBy: asked.groupBy ?? [],
      layer: asked.layer ?? null,
      metrics: [...new Set(asked.metrics)],
      compare: asked.compare ?? null,
      askedBy: context.principal.department,
    });
  }

  @Query(() => [MetricDefinitionType], { description: '全部指标的口径。What every figure means.' })
  metricDefinitions(): readonly MetricDefinition[] {
    return metricDefinitions;
  }
}
