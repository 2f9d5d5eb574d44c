import { CursorCodec } from '../../eventlog/cursor.js';
import type { EventLog } from '../../eventlog/event-log.js';
import type { Clock } from '../../kernel/clock.js';
import type { Log } from '../../kernel/log.js';
import type { TokenSecret } from '../../kernel/signed-token.js';
import type { CityModel } from '../crosswalk/index.js';
import type { ModelSource } from '../grids/index.js';
import { MatterChangedEventResolver } from './graphql/matters/matter-changed-event.resolver.js';
import { MatterEventFieldsResolver } from './graphql/matters/matter-event-fields.resolver.js';
import { matterEventsResolver } from './graphql/matters/matter-events.resolver.js';
import type { ChangeEvents, MatterHistories, MattersByUuid, MatterStreams, OrganisationsByName } from './ports.js';
import { LogChangeEvents } from './storage/matters/log-change-events.js';
import { LogMatterStreams } from './storage/matters/log-matter-streams.js';
import { MattersInSight } from './storage/matters/matters-in-sight.js';
import { NamedUnits, type UnitLineage } from './storage/matters/named-units.js';
import { systemTicker, type Ticker } from './ticker.js';

/** What live needs of the house. */
export interface LiveNeeds {
  readonly events: EventLog;
  /** Signs cursors; the same in every process of the city. */
  readonly cursorSecret: TokenSecret;
  readonly matters: MattersByUuid & MatterHistories;
  readonly organisations: OrganisationsByName;
  readonly lineage: UnitLineage;
  readonly models: ModelSource<CityModel>;
  readonly clock: Clock;
  readonly log: Log;
  /** The machine's timer when left out. */
  readonly ticker?: Ticker;
}

/** What live offers. */
export interface LiveParts {
  readonly streams: MatterStreams;
  readonly changes: ChangeEvents;
  /** Each is the one instance of its own class. */
  readonly resolvers: readonly object[];
}

/** Builds the streams of changes over the event log. */
export function wireLive({ cursorSecret, ticker = systemTicker, ...needs }: LiveNeeds): LiveParts {
  const inSight = new MattersInSight(needs);
  const parts = { ...needs, ticker, cursors: new CursorCodec(cursorSecret), inSight, namedUnits: new NamedUnits(needs.lineage) };
  const streams = new LogMatterStreams(parts);
  const changes = new LogChangeEvents(parts);
  const resolvers = [matterEventsResolver(streams), new MatterEventFieldsResolver(needs), new MatterChangedEventResolver(changes)];
  return { streams, changes, resolvers };
}
