import type { Clock } from '../../kernel/clock.js';
import type { DepartmentCode } from '../../kernel/ids.js';
import type { Log } from '../../kernel/log.js';
import type { InTransaction, Sql } from '../../kernel/sql.js';
import type { GridModel } from '../grids/index.js';
import type { MatterReadModel, MatterSight } from '../matters/index.js';
import { DueBoard } from './board/due-board.js';
import { MatterFigures } from './figures/matter-statistics.js';
import { FlowFolder } from './funnel/flow-folder.js';
import { FunnelBook } from './funnel/loop-funnel.js';
import { IndicatorBook } from './indicators/indicator-book.js';
import { DueReader } from './storage/due-reader.js';
import { FactReader } from './storage/fact-reader.js';
import { FlowFold } from './storage/flow-fold.js';
import { FlowReader } from './storage/flow-reader.js';
import { IndicatorReader } from './storage/indicator-reader.js';

export { statisticsTables } from './storage/tables.js';

/** What statistics need of the house. */
export interface StatisticsNeeds {
  readonly sql: Sql;
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  readonly log: Log;
  readonly sight: MatterSight;
  readonly matters: MatterReadModel;
  /** The city of now, asked when it is needed: none may be loaded yet. */
  readonly model: () => GridModel;
  readonly offices: readonly DepartmentCode[];
  /** How an office stands, known from memory; null for one that this city does not have. */
  readonly officeState: (department: DepartmentCode) => string | null;
}

/** What statistics offer. */
export interface StatisticsParts {
  readonly figures: MatterFigures;
  readonly funnels: FunnelBook;
  readonly board: DueBoard;
  readonly indicators: IndicatorBook;
  /** Not started. */
  readonly folder: FlowFolder;
}

/** Builds statistics over the city index. */
export function wireStatistics(needs: StatisticsNeeds): StatisticsParts {
  const reading = { ...needs, timeZone: () => needs.model().city.timeZone };
  const facts = new FactReader(reading);
  return {
    figures: new MatterFigures({ facts, clock: needs.clock }),
    funnels: new FunnelBook(new FlowReader(reading)),
    indicators: new IndicatorBook({ ...needs, counts: new IndicatorReader(reading), facts }),
    board: new DueBoard({ ...needs, due: new DueReader(needs) }),
    folder: new FlowFolder({ fold: new FlowFold(needs.inTransaction), log: needs.log }),
  };
}
