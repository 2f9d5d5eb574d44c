import type { LogEvent } from '../../../../eventlog/event.js';
import type { Clock } from '../../../../kernel/clock.js';
import { groupBy } from '../../../../kernel/group-by.js';
import type { Scope } from '../../../../kernel/scope.js';
import type { Matter, MatterPlacement } from '../../../matters/index.js';
import type { Responsible } from '../../matters/matter-event-conditions.js';
import type { MattersByUuid, OrganisationsByName } from '../../ports.js';
import { ThingsInSight } from '../streams/things-in-sight.js';

/** What matters are looked up in. */
export interface SightParts {
  readonly matters: MattersByUuid;
  readonly organisations: Pick<OrganisationsByName, 'byUuid'>;
  readonly clock: Clock;
}

/** Looks matters up for all streams of this process. */
export class MattersInSight {
  readonly #byUuid: ThingsInSight<Matter>;
  readonly #placements: ThingsInSight<readonly MatterPlacement[]>;
  readonly #responsible: ThingsInSight<readonly Responsible[]>;

  constructor({ matters, organisations, clock }: SightParts) {
    this.#byUuid = new ThingsInSight(async (scope, uuids) => {
      const found = await matters.byUuid(scope, uuids);
      return new Map(found.flatMap((matter) => (matter ? [[matter.uuid, matter] as const] : [])));
    }, clock);
    this.#placements = new ThingsInSight(
      async (scope, uuids) => groupBy(await matters.placementsOf(scope, uuids, null), ({ matterUuid }) => matterUuid),
      clock,
    );
    this.#responsible = new ThingsInSight((scope, uuids) => responsibleFor({ matters, organisations }, scope, uuids), clock);
  }

  /** The matters that some events are about, by uuid, as they are after them; those that the scope does not show are left out. */
  of(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, Matter>> {
    return this.#byUuid.of(events, scope);
  }

  /** The units that those matters lie in, by matter. */
  placementsOf(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, readonly MatterPlacement[]>> {
    return this.#placements.of(events, scope);
  }

  /** The organisations that lead those matters now or support them, by matter. */
  responsibleOf(events: readonly LogEvent[], scope: Scope): Promise<ReadonlyMap<string, readonly Responsible[]>> {
    return this.#responsible.of(events, scope);
  }
}

async function responsibleFor(
  { matters, organisations }: Omit<SightParts, 'clock'>,
  scope: Scope,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, readonly Responsible[]>> {
  const assigned = (await matters.assignmentsOf(scope, uuids)).filter(({ until }) => until === null);
  const asked = [...new Set(assigned.map(({ organisationUuid }) => organisationUuid))];
  const found = asked.length === 0 ? [] : await organisations.byUuid(asked);
  const departments = new Map(asked.map((uuid, nth) => [uuid, found[nth]?.department ?? null]));
  const byMatter = groupBy(assigned, ({ matterUuid }) => matterUuid);
  return new Map(
    [...byMatter].map(([uuid, ofMatter]) => [
      uuid,
      ofMatter.map(({ organisationUuid }) => ({ organisationUuid, department: departments.get(organisationUuid) ?? null })),
    ]),
  );
}
