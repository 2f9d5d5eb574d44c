import type { CursorBinding, CursorCodec } from '../../../../eventlog/cursor.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { EventLog } from '../../../../eventlog/event-log.js';
import type { Clock } from '../../../../kernel/clock.js';
import type { Log } from '../../../../kernel/log.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { CityModel } from '../../../crosswalk/index.js';
import type { ModelSource } from '../../../grids/index.js';
import type { MatterEventConditions } from '../../matters/matter-event-conditions.js';
import type { MattersByUuid } from '../../ports.js';
import type { Ticker } from '../../ticker.js';

/** What streams are made of. */
export interface StreamParts {
  readonly events: EventLog;
  readonly cursors: CursorCodec;
  readonly matters: MattersByUuid;
  readonly models: Pick<ModelSource<CityModel>, 'current'>;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly log: Log;
}

/** What one stream hands out. */
export interface StreamSubject {
  readonly conditions: MatterEventConditions;
  readonly scope: () => Scope;
  readonly filter: EventFilter;
  readonly binding: CursorBinding;
}
