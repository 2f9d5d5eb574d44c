import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { DueBoard } from '../board/due-board.js';
import type { MatterFigures } from '../figures/matter-statistics.js';
import type { FunnelBook } from '../funnel/loop-funnel.js';
import { DueBoardResolver } from './due-board.resolver.js';
import { IndicatorDefinitionResolver } from './indicator-definition.resolver.js';
import { LoopFunnelResolver } from './loop-funnel.resolver.js';
import { MatterStatisticsResolver } from './matter-statistics.resolver.js';
import { type KeyNameSources, StatisticsKeyResolver } from './statistics-key.resolver.js';

export { IndicatorType } from './indicator.type.js';

/** What figures are answered from. */
export interface StatisticsSources {
  readonly figures: MatterFigures;
  readonly funnels: FunnelBook;
  readonly board: DueBoard;
}

/** What figures show of other features. */
export interface StatisticsSurroundings extends KeyNameSources {
  readonly cursors: PageCursors;
}

/** The resolvers of statistics. */
export function statisticsResolvers({ figures, funnels, board }: StatisticsSources, around: StatisticsSurroundings): readonly object[] {
  return [
    new MatterStatisticsResolver(figures),
    new StatisticsKeyResolver(around),
    new LoopFunnelResolver(funnels),
    new DueBoardResolver({ board, ...around }),
    new IndicatorDefinitionResolver(),
  ];
}
