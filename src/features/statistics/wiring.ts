import type { Clock } from '../../kernel/clock.js';
import type { Log } from '../../kernel/log.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import type { MatterReadModel, MatterSight } from '../matters/index.js';
import { DueBoard } from './board/due-board.js';
import { MatterFigures } from './figures/matter-statistics.js';
import { FlowFolder } from './funnel/flow-folder.js';
import { FunnelBook } from './funnel/loop-funnel.js';
import { DueReader } from './storage/due-reader.js';
import { FactReader } from './storage/fact-reader.js';
import { FlowFold } from './storage/flow-fold.js';
import { FlowReader } from './storage/flow-reader.js';

export { statisticsTables } from './storage/tables.js';

/** What statistics need of the house. */
export interface StatisticsNeeds {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  readonly log: Log;
  readonly sight: MatterSight;
  readonly matters: MatterReadModel;
  /** The city's time zone, asked when it is needed: no city may be loaded yet. */
  readonly timeZone: () => string;
}

/** What statistics offer. */
export interface StatisticsParts {
  readonly figures: MatterFigures;
  readonly funnels: FunnelBook;
  readonly board: DueBoard;
  /** Not started. */
  readonly folder: FlowFolder;
}

/** Builds statistics over the city index. */
export function wireStatistics(needs: StatisticsNeeds): StatisticsParts {
  return {
    figures: new MatterFigures({ facts: new FactReader(needs), clock: needs.clock }),
    funnels: new FunnelBook(new FlowReader(needs)),
    board: new DueBoard({ ...needs, due: new DueReader(needs) }),
    folder: new FlowFolder({ fold: new FlowFold(needs.inTransaction), log: needs.log }),
  };
}
