import type { Sql } from '../../../../kernel/sql.js';
import type { Assignment } from '../../ports.js';
import type { KnownArrival } from './known-arrival.js';

type Organisations = ReadonlyMap<string, string>;

/** Replaces the assignments of changed matters. */
export async function writeAssignments(sql: Sql, changed: readonly KnownArrival[], organisations: Organisations): Promise<void> {
  await sql.query(`delete from matter_assignment where matter_id = any($1::uuid[])`, [earlier(changed)]);
  const given = changed.flatMap((known) => assignmentsOf(known, organisations));
  await sql.query(
    `insert into matter_assignment (matter_id, organisation_id, role, since)
     select distinct * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])`,
    [
      given.map(({ matterUuid }) => matterUuid),
      given.map(({ organisationUuid }) => organisationUuid),
      given.map(({ role }) => role),
      given.map(({ since }) => since.toISOString()),
    ],
  );
}

type GivenAssignment = Omit<Assignment, 'until' | 'organisationUuid'> & { readonly organisationUuid: string | undefined };

function assignmentsOf({ arrival, uuid: matterUuid }: KnownArrival, organisations: Organisations): readonly GivenAssignment[] {
  const since = (code: string): Date => arrival.steps.find((step) => step.organisationCode === code)?.at ?? arrival.reportedAt;
  const assigned = (role: 'LEAD' | 'SUPPORT') => (code: string) => ({
    matterUuid,
    organisationUuid: organisations.get(code),
    role,
    since: since(code),
  });
  return [...arrival.leadCodes.map(assigned('LEAD')), ...arrival.supportCodes.map(assigned('SUPPORT'))];
}

/** Replaces the places of changed matters. */
export async function writePlacements(sql: Sql, changed: readonly KnownArrival[]): Promise<void> {
  await sql.query(`delete from matter_placement where matter_id = any($1::uuid[])`, [earlier(changed)]);
  const placed = changed.flatMap(({ arrival, uuid }) => {
    const at = arrival.reportedAt.toISOString();
    return arrival.placements.map((place) => ({ ...place, uuid, at }));
  });
  await sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight, placed_by)
     select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::real[], $5::text[]) on conflict do nothing`,
    [
      placed.map((place) => place.unitUuid),
      placed.map((place) => place.at),
      placed.map((place) => place.uuid),
      placed.map((place) => place.weight),
      placed.map((place) => place.by),
    ],
  );
}

/** Adds the steps that the history does not hold yet; what it holds stays as it was recorded. */
export async function writeTransitions(sql: Sql, changed: readonly KnownArrival[], organisations: Organisations, now: Date): Promise<void> {
  const steps = changed.flatMap(({ newSteps, uuid }) => newSteps.map((step) => ({ step, uuid })));
  const organisationOf = (code: string | null): string | null | undefined => (code === null ? null : organisations.get(code));
  await sql.query(
    `insert into matter_transition (matter_id, version, from_state, to_state, organisation_id, occurred_at, recorded_at)
     select *, $7::timestamptz from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[])
     on conflict (matter_id, version) do nothing`,
    [
      steps.map(({ uuid }) => uuid),
      steps.map(({ step }) => step.version),
      steps.map(({ step }) => step.from),
      steps.map(({ step }) => step.state),
      steps.map(({ step }) => organisationOf(step.organisationCode)),
      steps.map(({ step }) => step.at.toISOString()),
      now,
    ],
  );
}

/** The matters that may have parts already. */
function earlier(changed: readonly KnownArrival[]): readonly string[] {
  return changed.filter(({ isNew }) => !isNew).map(({ uuid }) => uuid);
}
