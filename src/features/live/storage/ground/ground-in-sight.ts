import type { LogEvent } from '../../../../eventlog/event.js';
import type { Rings } from '../../../../geometry/rings.js';
import type { Clock } from '../../../../kernel/clock.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { LinkDecision } from '../../../crosswalk/index.js';
import type { LineageStep, LineageUnit, Redraw } from '../../../lineage/index.js';
import type { UnitOnRecord, UnitShare } from '../../ground/grid-event.js';
import type { GroundSources } from '../../ground/ports.js';
import { ThingsInSight } from '../streams/things-in-sight.js';

/** A decision with the one that it ended. */
export interface DecisionOnRecord {
  readonly decision: LinkDecision;
  readonly ended: LinkDecision | null;
}

/** What some events of the ground are about, each by the uuid of its subject. */
export interface GroundOnRecord {
  readonly units: ReadonlyMap<string, UnitOnRecord>;
  readonly redraws: ReadonlyMap<string, Redraw>;
  readonly decisions: ReadonlyMap<string, DecisionOnRecord>;
}

type OpenSight<Seen> = ThingsInSight<Seen, typeof openToAll>;
const openToAll = { key: 'open to everybody' } as const;

/** Looks up for all streams of this process what events of the ground are about; nobody is shown less of it than anybody. */
export class GroundInSight {
  readonly #units: OpenSight<UnitOnRecord>;
  readonly #redraws: OpenSight<Redraw>;
  readonly #decisions: OpenSight<DecisionOnRecord>;
  readonly #outlines: OpenSight<Rings>;

  constructor({ lineage, redraws, decisions }: Omit<GroundSources, 'models'>, clock: Clock) {
    this.#units = new ThingsInSight((_, uuids) => unitsOnRecord(lineage, uuids), clock);
    this.#redraws = new ThingsInSight(async (_, uuids) => byUuid(await Promise.all(uuids.map((uuid) => redraws.byUuid(uuid)))), clock);
    this.#decisions = new ThingsInSight((_, uuids) => decisionsOnRecord(decisions, uuids), clock);
    this.#outlines = new ThingsInSight(async (_, uuids) => {
      const outlines = await lineage.boundaries(uuids, null);
      return new Map(uuids.flatMap((uuid, at) => (outlines[at] ? [[uuid, outlines[at]] as const] : [])));
    }, clock);
  }

  /** What events are about, as it is after them. */
  async of(events: readonly LogEvent[]): Promise<GroundOnRecord> {
    const [units, redraws, decisions] = await Promise.all([
      inSight(this.#units, events.filter(isOfUnit)),
      inSight(
        this.#redraws,
        events.filter(({ kind }) => kind.startsWith('REDRAW_')),
      ),
      inSight(
        this.#decisions,
        events.filter(({ kind }) => aboutDecisions.has(kind)),
      ),
    ]);
    return { units, redraws, decisions };
  }

  /** The outlines of the units that events are about, as they are after them, of whatever day. */
  outlinesOf(events: readonly LogEvent[]): Promise<ReadonlyMap<string, Rings>> {
    return inSight(this.#outlines, events.filter(isOfUnit));
  }
}

const aboutDecisions: ReadonlySet<string> = new Set(['LINK_DECLARED', 'LINK_REJECTED', 'DECISION_WITHDRAWN']);

function isOfUnit({ kind }: LogEvent): boolean {
  return kind.startsWith('UNIT_') || kind === 'LINKS_CHANGED';
}

function inSight<Seen>(sight: OpenSight<Seen>, events: readonly LogEvent[]): Promise<ReadonlyMap<string, Seen>> {
  return sight.of(events, openToAll);
}

async function unitsOnRecord(lineage: GroundSources['lineage'], uuids: readonly string[]): Promise<ReadonlyMap<string, UnitOnRecord>> {
  const [back, forward] = await Promise.all([lineage.graph(uuids, 'BACK', null), lineage.graph(uuids, 'FORWARD', null)]);
  const ledOn = groupBy(forward.steps.filter(isToAnother), ({ fromUuid }) => fromUuid);
  const ledTo = groupBy(back.steps.filter(isToAnother), ({ toUuid }) => toUuid);
  return new Map(
    uuids.flatMap((uuid) => {
      const unit = forward.units.get(uuid);
      if (!unit) return [];
      const successors = sharesOf(ledOn.get(uuid) ?? [], ({ toUuid }) => forward.units.get(toUuid));
      const predecessors = sharesOf(ledTo.get(uuid) ?? [], ({ fromUuid }) => back.units.get(fromUuid));
      return [[uuid, { unit, successors, predecessors }] as const];
    }),
  );
}

/** A unit that was renamed or given to another division is no successor of its own. */
function isToAnother({ fromUuid, toUuid }: LineageStep): boolean {
  return fromUuid !== toUuid;
}

function sharesOf(steps: readonly LineageStep[], otherOf: (step: LineageStep) => LineageUnit | undefined): readonly UnitShare[] {
  const shares = new Map<string, UnitShare>();
  for (const step of steps) {
    const unit = otherOf(step);
    const { weight, inverseWeight, effectiveOn } = step;
    // One pair may have several steps of one day: recoded and re-parented at once.
    if (unit) shares.set(`${unit.uuid} ${effectiveOn}`, { unit, weight, inverseWeight, effectiveOn });
  }
  return [...shares.values()].sort((a, b) => b.weight - a.weight || a.unit.localId.localeCompare(b.unit.localId));
}

async function decisionsOnRecord(
  decisions: GroundSources['decisions'],
  uuids: readonly string[],
): Promise<ReadonlyMap<string, DecisionOnRecord>> {
  const found = byUuid(await decisions.byUuid(uuids));
  const endUuids = [...found.values()].flatMap(({ endsUuid }) => endsUuid ?? []);
  const ended = endUuids.length === 0 ? new Map<string, LinkDecision>() : byUuid(await decisions.byUuid(endUuids));
  return new Map([...found].map(([uuid, decision]) => [uuid, { decision, ended: ended.get(decision.endsUuid ?? '') ?? null }]));
}

function byUuid<Thing extends { readonly uuid: string }>(found: readonly (Thing | null)[]): ReadonlyMap<string, Thing> {
  return new Map(found.flatMap((thing) => (thing ? [[thing.uuid, thing] as const] : [])));
}
