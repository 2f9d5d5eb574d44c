import { MemoryEventLog } from '../../../src/eventlog/memory-event-log.js';
import { demoAnalyst } from '../../../src/features/access/index.js';
import type { CityModel } from '../../../src/features/crosswalk/index.js';
import type { Element, Organisation } from '../../../src/features/elements/index.js';
import type { MatterDelivery, MatterEvent, MatterEventConditions } from '../../../src/features/live/index.js';
import { type LiveParts, wireLive } from '../../../src/features/live/wiring.js';
import {
  type Assignment,
  finalStates,
  type Matter,
  type MatterPageWish,
  type MatterPlacement,
  type MatterQuery,
  type MatterRows,
  type MatterTransition,
  placeAtPoint,
  placeInUnit,
} from '../../../src/features/matters/index.js';
import { globalId, uuidOf } from '../../../src/kernel/ids.js';
import { silentLog } from '../../../src/kernel/log.js';
import type { Principal } from '../../../src/kernel/principal.js';
import type { Scope } from '../../../src/kernel/scope.js';
import { liesWithin, readsOwner } from '../../../src/kernel/within-scope.js';
import { aScope } from '../access/a-scope.js';
import { aCityModel, community, gridCodes, uuidOfUnit } from './a-city-model.js';
import { AGround } from './a-ground.js';
import { ALineage } from './a-lineage.js';
import { FiguresInMemory } from './figures-in-memory.js';
import { ManualTicker } from './manual-ticker.js';

/** One reader's deliveries. */
export type MatterStream = AsyncIterableIterator<MatterDelivery, undefined, undefined>;

/** The principal that everybody is without credentials. */
export const analyst: Principal = demoAnalyst('360200');

/** A matter of urban management in the western grid, by its point; `parts` say what matters to the test. */
export function aMatter(localId: string, parts: Partial<Matter> = {}): Matter {
  const uuid = uuidOf('matter', 'URBAN_MANAGEMENT', localId);
  return {
    id: globalId('PlatformMatter', uuid),
    uuid,
    typeName: 'PlatformMatter',
    department: 'URBAN_MANAGEMENT',
    localId,
    bornIn: 'OFFICE',
    source: 'GRID',
    title: `路灯不亮 ${localId}`,
    standard: 'GB/T 47678.5-2026',
    categoryKind: 'MATTER',
    categoryCode: '0101',
    state: 'REPORTED',
    officeState: null,
    keeperUuid: uuidOf('organisation', '1'),
    reportedTransition: null,
    leadUuid: null,
    sealed: false,
    longitude: 117.205,
    latitude: 29.305,
    divisionCode: community,
    gridUuid: uuidOfUnit.grid(gridCodes.west),
    unitUuid: null,
    reportedAt: new Date('2026-11-22T01:00:00Z'),
    dueAt: null,
    yellowAt: null,
    closedAt: null,
    version: 1,
    ...parts,
  };
}

/** An organisation of a code, which may represent an office. */
export function anOrganisation(code: string, department: string | null = null): Organisation {
  const uuid = uuidOf('organisation', code);
  return {
    ...{ id: globalId('Organisation', uuid), uuid, typeName: 'Organisation', issuer: 'CITY', scheme: 'CODE', code, name: code },
    ...{ kind: 'DEPARTMENT', level: 'CITY', divisionCode: null, parentUuid: null, department, asOf: new Date('2026-11-22T00:00:00Z') },
  };
}

/** Live over the log's twin, with matters, clock and timer in the hands of the test. */
export class LiveCity {
  readonly log: MemoryEventLog;
  readonly ticker = new ManualTicker();
  model: CityModel = aCityModel();
  readonly lineage = new ALineage();
  readonly organisations: Organisation[] = [];
  readonly assignments: Assignment[] = [];
  readonly matters = new Map<string, Matter>();
  readonly steps: MatterTransition[] = [];
  readonly elements = new Map<string, Element>();
  /** What is on record of units, links and redraws. */
  readonly ground = new AGround();
  readonly live: LiveParts;
  /** How many matters each look-up asked for. */
  readonly lookUps: number[] = [];
  /** What happens before a page of the state is read. */
  beforePage: () => Promise<void> = async () => undefined;
  /** Whether the index refuses to be read. */
  isAway = false;
  now = new Date('2026-11-22T08:00:00Z');
  /** What readers may see by now. */
  scope = aScope();

  private constructor(log: MemoryEventLog) {
    this.log = log;
    this.live = wireLive({
      events: log,
      cursorSecret: Buffer.alloc(32, 7),
      matters: {
        byUuid: (scope, uuids) => this.#lookUp(scope, uuids),
        placementsOf: (_scope, uuids) => Promise.resolve(uuids.flatMap((uuid) => this.#placesOf(this.matters.get(uuid)!))),
        page: (scope, wish) => this.#page(scope, wish),
        count: async (scope, query, cap) => Math.min(this.#wanted(scope, query).length, cap + 1),
        assignmentsOf: (_scope, uuids) => Promise.resolve(this.assignments.filter(({ matterUuid }) => uuids.includes(matterUuid))),
        historyOf: async (_scope, uuids) => this.steps.filter((step) => uuids.includes(step.matterUuid)),
      },
      organisations: {
        byCode: async (code) => this.organisations.filter((one) => one.code === code),
        byUuid: async (uuids) => uuids.map((uuid) => this.organisations.find((one) => one.uuid === uuid) ?? null),
      },
      ...this.ground,
      lineage: this.lineage,
      elements: { byUuid: async (scope, uuids) => uuids.map((uuid) => this.#elementSeen(scope, uuid)) },
      models: {
        current: () => this.model,
        holds: this.ground.holds,
        at: () => Promise.reject(new Error('there is no other day in this city')),
      },
      indicators: new FiguresInMemory({ now: () => this.now }),
      clock: { now: () => this.now },
      log: silentLog,
      ticker: this.ticker,
    });
  }

  /** Opens a city without matters; `queueLimit` is that of the log's subscribers. */
  static async open(queueLimit = 1_000): Promise<LiveCity> {
    return new LiveCity(await MemoryEventLog.open({ queueLimit }));
  }

  /** Records matters as one transaction, each with its event. */
  async record(...matters: readonly Matter[]): Promise<void> {
    for (const matter of matters) this.matters.set(matter.uuid, matter);
    await this.log.transaction((sink) => sink.append(matters.map(eventOf)));
  }

  /** Assigns a matter to an organisation. */
  assign(localId: string, { uuid }: Organisation, role: Assignment['role'], until: Date | null = null): void {
    const since = new Date('2026-11-22T01:30:00Z');
    this.assignments.push({ matterUuid: aMatter(localId).uuid, organisationUuid: uuid, role, since, until });
  }

  /** Withdraws matters with their events, as one transaction. */
  async withdraw(...matters: readonly Matter[]): Promise<void> {
    for (const matter of matters) this.matters.delete(matter.uuid);
    await this.log.transaction((sink) =>
      sink.withdraw(
        'matter',
        matters.map(({ uuid }) => uuid),
      ),
    );
  }

  /** Opens a stream whose reader sees {@link scope}, whatever that is at each moment. */
  stream(conditions: MatterEventConditions = {}, after: string | null = null): Promise<MatterStream> {
    return this.streamUnder(() => this.scope, conditions, after);
  }

  /** Opens a stream whose reader sees what `scope` says at each moment. */
  async streamUnder(scope: () => Scope, conditions: MatterEventConditions = {}, after: string | null = null): Promise<MatterStream> {
    return (await this.live.streams.open({ conditions, unitsOf: null, after, scope }))[Symbol.asyncIterator]();
  }

  /** Whether a scope shows a matter. */
  shows(scope: Scope, matter: Matter): boolean {
    const path = matter.divisionCode === null ? [] : this.model.divisions.pathOf(matter.divisionCode);
    const codeOf = (level: string): string | null => path.find((division) => division.level === level)?.code ?? null;
    const place = { county: codeOf('COUNTY'), township: codeOf('TOWNSHIP'), community: codeOf('COMMUNITY'), grid: matter.gridUuid };
    return readsOwner(scope, 'MATTERS', matter.department) && liesWithin(scope, place);
  }

  #elementSeen(scope: Scope, uuid: string): Element | null {
    const element = this.elements.get(uuid);
    return element && readsOwner(scope, 'ELEMENTS', element.department) ? element : null;
  }

  #placesOf({ uuid, longitude, latitude, unitUuid, gridUuid }: Matter): readonly MatterPlacement[] {
    const named = this.model.unitByUuid(unitUuid ?? gridUuid ?? '');
    const place = longitude === null ? named && placeInUnit(this.model, named) : placeAtPoint(this.model, longitude, latitude!);
    return (place?.placements ?? []).map((one) => ({ ...one, matterUuid: uuid }));
  }

  /** What of the city meets a query, as far as this city understands queries: open or not, departments and states. */
  #wanted(scope: Scope, { isOpen, departments, states }: MatterQuery): readonly Matter[] {
    return [...this.matters.values()]
      .filter((matter) => this.shows(scope, matter) && (isOpen === undefined || isOpen === !finalStates.includes(matter.state)))
      .filter(({ department, state }) => (departments?.includes(department ?? '') ?? true) && (states?.includes(state) ?? true))
      .toSorted((one, other) => one.reportedAt.getTime() - other.reportedAt.getTime() || (one.uuid < other.uuid ? -1 : 1));
  }

  async #page(scope: Scope, { query, first, after }: MatterPageWish): Promise<MatterRows> {
    await this.beforePage();
    const follows = ({ reportedAt, uuid }: Matter): boolean =>
      after === null || reportedAt.getTime() > after.value! || (reportedAt.getTime() === after.value && uuid > after.uuid);
    const left = this.#wanted(scope, query).filter(follows);
    return { matters: left.slice(0, first), hasMore: left.length > first };
  }

  async #lookUp(scope: Scope, uuids: readonly string[]): Promise<readonly (Matter | null)[]> {
    if (this.isAway) throw new Error('the index is away');
    this.lookUps.push(uuids.length);
    return uuids.map((uuid) => {
      const matter = this.matters.get(uuid);
      return matter && this.shows(scope, matter) ? matter : null;
    });
  }
}

function eventOf(matter: Matter) {
  return {
    topic: 'matter',
    kind: matter.version === 1 ? 'MATTER_RECORDED' : 'MATTER_CHANGED',
    subject: matter.uuid,
    version: matter.version,
    department: matter.department,
    divisionCode: matter.divisionCode,
    payload: { state: matter.state },
    occurredAt: matter.reportedAt,
  } as const;
}

/** The next delivery of a stream; fails when the stream has ended. */
export async function nextOf(stream: MatterStream): Promise<MatterDelivery> {
  const { done, value } = await stream.next();
  if (done) throw new Error('Expected another delivery, the stream has ended.');
  return value;
}

/** The next `count` changes of a stream; heartbeats between them are passed over. */
export async function changesOf(stream: MatterStream, count: number): Promise<readonly MatterEvent[]> {
  const changes: MatterEvent[] = [];
  while (changes.length < count) {
    const delivery = await nextOf(stream);
    if (delivery.typeName === 'StreamGap') throw new Error(`Expected a change, got a gap: ${delivery.reason}.`);
    if (delivery.typeName === 'MatterEvent') changes.push(delivery);
  }
  return changes;
}

/** Local ids of the matters that changes are about. */
export const localIds = (changes: readonly MatterEvent[]): readonly string[] => changes.map(({ matter }) => matter.localId);
