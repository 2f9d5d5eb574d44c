import type { LogEvent } from '../../../../eventlog/event.js';
import type { Clock } from '../../../../kernel/clock.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Matter, MatterPlacement } from '../../../matters/index.js';
import type { Responsible } from '../../matters/matter-event-conditions.js';
import type { MattersByUuid, OrganisationsByName } from '../../ports.js';

/** How long a look-up serves others, milliseconds. */
const sharedMs = 500;

/** What was looked up of one event's matter at an instant, with others; null where the scope does not show it. */
interface Sight<Seen> {
  readonly at: number;
  readonly seen: Promise<ReadonlyMap<string, Seen>>;
}

/** What matters are looked up in. */
export interface SightParts {
  readonly matters: MattersByUuid;
  readonly organisations: Pick<OrganisationsByName, 'byUuid'>;
  readonly clock: Clock;
}

/**
 * Looks matters up for all streams of this process: what one stream has asked for an event under a scope, the others under an equal scope get
 * with it, for half a second. Told apart by event and not by matter: what was read for an earlier event may be older than the later one.
 */
export class MattersInSight {
  readonly #matters: MattersByUuid;
  readonly #organisations: Pick<OrganisationsByName, 'byUuid'>;
  readonly #clock: Clock;
  readonly #byUuid = new Map<string, Map<number, Sight<Matter>>>();
  readonly #placements = new Map<string, Map<number, Sight<readonly MatterPlacement[]>>>();
  readonly #responsible = new Map<string, Map<number, Sight<readonly Responsible[]>>>();

  constructor({ matters, organisations, clock }: SightParts) {
    this.#matters = matters;
    this.#organisations = organisations;
    this.#clock = clock;
  }

  /** The matters that some events are about, by uuid, as they are after them; those that the scope does not show are left out. */
  of(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, Matter>> {
    return this.#seen(this.#byUuid, { events, scope }, async (uuids) => {
      const found = await this.#matters.byUuid(scope, uuids);
      return new Map(found.flatMap((matter) => (matter ? [[matter.uuid, matter] as const] : [])));
    });
  }

  /** The units that those matters lie in, by matter. */
  placementsOf(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, readonly MatterPlacement[]>> {
    return this.#seen(this.#placements, { events, scope }, async (uuids) =>
      groupBy(await this.#matters.placementsOf(scope, uuids, null), ({ matterUuid }) => matterUuid),
    );
  }

  /** The organisations that lead those matters now or support them, by matter. */
  responsibleOf(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, readonly Responsible[]>> {
    return this.#seen(this.#responsible, { events, scope }, async (uuids) => {
      const assigned = (await this.#matters.assignmentsOf(scope, uuids)).filter(({ until }) => until === null);
      const asked = [...new Set(assigned.map(({ organisationUuid }) => organisationUuid))];
      const found = asked.length === 0 ? [] : await this.#organisations.byUuid(asked);
      const departments = new Map(asked.map((uuid, nth) => [uuid, found[nth]?.department ?? null]));
      const byMatter = groupBy(assigned, ({ matterUuid }) => matterUuid);
      return new Map(
        [...byMatter].map(([uuid, ofMatter]) => [
          uuid,
          ofMatter.map(({ organisationUuid }) => ({ organisationUuid, department: departments.get(organisationUuid) ?? null })),
        ]),
      );
    });
  }

  async #seen<Seen>(
    shared: Map<string, Map<number, Sight<Seen>>>,
    { events, scope }: { readonly events: readonly LogEvent[]; readonly scope: Scope },
    ask: (uuids: readonly string[]) => Promise<ReadonlyMap<string, Seen>>,
  ): Promise<ReadonlyMap<string, Seen>> {
    const now = this.#clock.now().getTime();
    const underScope = freshOf(shared, scope.key, now);
    const unseen = events.filter(({ position }) => !underScope.has(position));
    if (unseen.length > 0) {
      const sight = { at: now, seen: ask([...new Set(unseen.map(({ subject }) => subject))]) };
      for (const { position } of unseen) underScope.set(position, sight);
      // What failed is asked for anew by whoever comes next.
      sight.seen.catch(() => unseen.forEach(({ position }) => underScope.delete(position)));
    }
    return lastSeen(events, (position) => underScope.get(position)!.seen);
  }
}

/** What is shared under a scope, without what is too old to be; scopes under which nothing is left are forgotten. */
function freshOf<Seen>(shared: Map<string, Map<number, Sight<Seen>>>, scopeKey: string, now: number): Map<number, Sight<Seen>> {
  const isOld = ({ at }: Sight<Seen>): boolean => Math.abs(now - at) > sharedMs;
  for (const [key, sights] of shared) {
    for (const [position, sight] of sights) {
      if (!isOld(sight)) break;
      sights.delete(position);
    }
    if (sights.size === 0) shared.delete(key);
  }
  const known = shared.get(scopeKey) ?? new Map<number, Sight<Seen>>();
  shared.set(scopeKey, known);
  return known;
}

// Of a matter that several events are about, what was looked up for the last of them counts, also where that is nothing.
async function lastSeen<Seen>(
  events: readonly LogEvent[],
  seenAt: (position: number) => Promise<ReadonlyMap<string, Seen>>,
): Promise<ReadonlyMap<string, Seen>> {
  const sights = new Map(events.map(({ subject, position }) => [subject, seenAt(position)]));
  const [first, ...others] = [...new Set(sights.values())];
  if (first !== undefined && others.length === 0) return first;
  const seen = new Map<string, Seen>();
  for (const [subject, sight] of sights) {
    const found = (await sight).get(subject);
    if (found !== undefined) seen.set(subject, found);
  }
  return seen;
}
