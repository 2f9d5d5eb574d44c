import type { CityModel, DecisionReadModel } from '../../crosswalk/index.js';
import type { LineageReader, RedrawReader } from '../../lineage/index.js';
import type { EventStreams } from '../event-streams.js';
import type { LogPoint } from '../live-source.js';
import type { GridEvent } from './grid-event.js';
import type { GridEventConditions } from './grid-event-conditions.js';

/** Opens streams of changes of units, links and divisions, which are open to everybody. */
export type GridStreams = EventStreams<GridEventConditions, GridEvent>;

/** The city as this process has it. */
export interface CityOfNow {
  current(): CityModel;
  /** Whether it holds everything that the log tells up to a point, waited for at most so many milliseconds. */
  holds(point: LogPoint, withinMs: number): Promise<boolean>;
}

/** What streams of the ground look up. */
export interface GroundSources {
  readonly models: CityOfNow;
  readonly lineage: Pick<LineageReader, 'graph' | 'boundaries'>;
  readonly redraws: Pick<RedrawReader, 'byUuid'>;
  readonly decisions: Pick<DecisionReadModel, 'byUuid'>;
}
