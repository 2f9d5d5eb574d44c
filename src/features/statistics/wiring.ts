import type { Clock } from '../../kernel/clock.js';
import type { Sql } from '../../kernel/sql.js';
import type { MatterSight } from '../matters/index.js';
import { MatterFigures } from './figures/matter-statistics.js';
import { FactReader } from './storage/fact-reader.js';

export { statisticsTables } from './storage/tables.js';

/** What statistics need of the house. */
export interface StatisticsNeeds {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly sight: MatterSight;
  /** The city's time zone, asked when it is needed: no city may be loaded yet. */
  readonly timeZone: () => string;
}

/** What statistics offer. */
export interface StatisticsParts {
  readonly figures: MatterFigures;
}

/** Builds statistics over the city index. */
export function wireStatistics(needs: StatisticsNeeds): StatisticsParts {
  return { figures: new MatterFigures({ facts: new FactReader(needs), clock: needs.clock }) };
}
