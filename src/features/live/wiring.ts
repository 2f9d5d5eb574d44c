import { CursorCodec } from '../../eventlog/cursor.js';
import type { EventLog } from '../../eventlog/event-log.js';
import type { Clock } from '../../kernel/clock.js';
import type { Log } from '../../kernel/log.js';
import type { TokenSecret } from '../../kernel/signed-token.js';
import type { CityModel } from '../crosswalk/index.js';
import type { ModelSource } from '../grids/index.js';
import type { IndicatorBook } from '../statistics/index.js';
import type { DepartmentEvent } from './departments/department-event.js';
import type { DepartmentEventConditions, DepartmentStreams } from './departments/ports.js';
import type { ElementEvent } from './elements/element-event.js';
import type { ElementEventConditions } from './elements/element-event-conditions.js';
import type { ElementsByUuid, ElementStreams } from './elements/ports.js';
import { departmentEventsResolver } from './graphql/departments/department-events.resolver.js';
import { ElementEventFieldsResolver } from './graphql/elements/element-event-fields.resolver.js';
import { elementEventsResolver } from './graphql/elements/element-events.resolver.js';
import { gridEventsResolver } from './graphql/ground/grid-events.resolver.js';
import { indicatorsResolver } from './graphql/indicators/indicators.resolver.js';
import { MatterChangedEventResolver } from './graphql/matters/matter-changed-event.resolver.js';
import { MatterEventFieldsResolver } from './graphql/matters/matter-event-fields.resolver.js';
import { matterEventsResolver } from './graphql/matters/matter-events.resolver.js';
import type { GridEvent } from './ground/grid-event.js';
import type { GridEventConditions } from './ground/grid-event-conditions.js';
import type { CityOfNow, GridStreams, GroundSources } from './ground/ports.js';
import { FigureEngines } from './indicators/figure-engines.js';
import type { ChangeEvents, IndicatorStreams, MatterHistories, MattersByUuid, MatterStreams, OrganisationsByName } from './ports.js';
import { SharedRuns } from './sharing/shared-runs.js';
import { DepartmentTelling } from './storage/departments/department-telling.js';
import { ElementTelling } from './storage/elements/element-telling.js';
import { GridTelling } from './storage/ground/grid-telling.js';
import { GroundInSight } from './storage/ground/ground-in-sight.js';
import { ChangeWatch } from './storage/indicators/change-watch.js';
import { LogIndicatorStreams } from './storage/indicators/indicator-source.js';
import { LogChangeEvents } from './storage/matters/log-change-events.js';
import { LogMatterStreams } from './storage/matters/log-matter-streams.js';
import { MattersInSight } from './storage/matters/matters-in-sight.js';
import { LogStreams } from './storage/streams/log-streams.js';
import { NamedUnits, type UnitLineage } from './storage/streams/named-units.js';
import { ThingsInSight } from './storage/streams/things-in-sight.js';
import { systemTicker, type Ticker } from './ticker.js';

/** What live needs of the house. */
export interface LiveNeeds extends GroundSources {
  readonly events: EventLog;
  /** Signs cursors; the same in every process of the city. */
  readonly cursorSecret: TokenSecret;
  readonly matters: MattersByUuid & MatterHistories;
  readonly elements: ElementsByUuid;
  readonly organisations: OrganisationsByName;
  readonly lineage: UnitLineage & GroundSources['lineage'];
  readonly models: ModelSource<CityModel> & CityOfNow;
  readonly indicators: Pick<IndicatorBook, 'check' | 'codesWithin' | 'ofMoment' | 'atLeisure' | 'ofOffices'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The machine's timer when left out. */
  readonly ticker?: Ticker;
}

/** What live offers. */
export interface LiveParts {
  readonly streams: MatterStreams;
  readonly gridStreams: GridStreams;
  readonly elementStreams: ElementStreams;
  readonly departmentStreams: DepartmentStreams;
  readonly changes: ChangeEvents;
  /** Where equal streams are followed together. */
  readonly runs: SharedRuns;
  readonly indicators: IndicatorStreams;
  /** Each is the one instance of its own class. */
  readonly resolvers: readonly object[];
}

/** Builds the streams of changes over the event log. */
export function wireLive({ cursorSecret, ticker = systemTicker, ...needs }: LiveNeeds): LiveParts {
  const inSight = new MattersInSight(needs);
  const groundInSight = new GroundInSight(needs, needs.clock);
  const namedUnits = new NamedUnits(needs.lineage);
  const parts = { ...needs, ticker, cursors: new CursorCodec(cursorSecret), inSight, groundInSight, namedUnits };
  const streams = new LogMatterStreams(parts);
  const changes = new LogChangeEvents(parts);
  const gridStreams = new LogStreams<GridEventConditions, GridEvent>(parts, {
    name: 'gridEvents',
    tellingOf: (conditions) => new GridTelling(parts, conditions),
  });
  const elementsInSight = new ThingsInSight(async (scope, uuids) => {
    const found = await needs.elements.byUuid(scope, uuids);
    return new Map(found.flatMap((element) => (element ? [[element.uuid, element] as const] : [])));
  }, needs.clock);
  const elementStreams = new LogStreams<ElementEventConditions, ElementEvent>(parts, {
    name: 'elementEvents',
    tellingOf: (conditions) => new ElementTelling({ ...parts, elementsInSight }, conditions),
  });
  const departmentStreams = new LogStreams<DepartmentEventConditions, DepartmentEvent>(parts, {
    name: 'departmentEvents',
    tellingOf: (conditions) => new DepartmentTelling(conditions),
  });
  const engines = new FigureEngines({ ...parts, book: needs.indicators, changes: new ChangeWatch(parts) });
  const indicators = new LogIndicatorStreams({ ...parts, engines });
  const resolvers = [
    matterEventsResolver(streams),
    new MatterEventFieldsResolver(needs),
    new MatterChangedEventResolver(changes),
    gridEventsResolver(gridStreams),
    elementEventsResolver(elementStreams),
    new ElementEventFieldsResolver(needs.lineage),
    departmentEventsResolver(departmentStreams),
    indicatorsResolver(indicators),
  ];
  return { streams, gridStreams, elementStreams, departmentStreams, indicators, changes, runs: new SharedRuns(), resolvers };
}
