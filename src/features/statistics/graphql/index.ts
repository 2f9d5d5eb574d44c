import type { MatterFigures } from '../figures/matter-statistics.js';
import { MatterStatisticsResolver } from './matter-statistics.resolver.js';
import { type KeyNameSources, StatisticsKeyResolver } from './statistics-key.resolver.js';

/** What figures are answered from. */
export interface StatisticsSources {
  readonly figures: MatterFigures;
}

/** The resolvers of statistics. */
export function statisticsResolvers(sources: StatisticsSources, names: KeyNameSources): readonly object[] {
  return [new MatterStatisticsResolver(sources.figures), new StatisticsKeyResolver(names)];
}
