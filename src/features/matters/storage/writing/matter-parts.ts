import type { Sql } from '../../../../kernel/sql.js';
import type { Assignment } from '../../ports.js';
import type { JudgedArrival } from './known-arrival.js';

type Organisations = ReadonlyMap<string, string>;

/** Writes who handles changed matters: what goes on is left as it is, what no longer holds ends with the step that ended it. */
export async function writeAssignments(
  sql: Sql,
  changed: readonly JudgedArrival[],
  { organisations, now }: { readonly organisations: Organisations; readonly now: Date },
): Promise<void> {
  const given = changed.flatMap((known) => assignmentsOf(known, organisations));
  const told = [
    given.map(({ matterUuid }) => matterUuid),
    given.map(({ organisationUuid }) => organisationUuid),
    given.map(({ role }) => role),
    given.map(({ since }) => since.toISOString()),
  ];
  const before = changed.filter(({ held }) => held !== null);
  if (before.length > 0) await endAssignments(sql, told.slice(0, 3), before, now);
  await sql.query(
    `insert into matter_assignment (matter_id, organisation_id, role, since)
     select distinct * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) told (matter, organisation, role, since)
      ${before.length > 0 ? goingOn : ''}
     on conflict (matter_id, organisation_id, role, since) do update set until = null`,
    told,
  );
}

/** An assignment that goes on is not begun again. */
const goingOn = `where not exists (select from matter_assignment assigned where assigned.until is null
   and (matter_id, organisation_id, assigned.role) = (told.matter, told.organisation, told.role))`;

async function endAssignments(sql: Sql, told: readonly unknown[], changed: readonly JudgedArrival[], now: Date): Promise<void> {
  const ends = changed.map(({ newSteps }) => (newSteps.at(-1)?.at ?? now).toISOString());
  await sql.query(
    `update matter_assignment assigned set until = greatest(assigned.since, changed.at)
       from unnest($4::uuid[], $5::timestamptz[]) changed (matter, at)
      where assigned.matter_id = changed.matter and assigned.until is null
        and (assigned.matter_id, assigned.organisation_id, assigned.role) not in
            (select * from unnest($1::uuid[], $2::uuid[], $3::text[]) told (matter, organisation, role) where organisation is not null)`,
    [...told, changed.map(({ uuid }) => uuid), ends],
  );
}

type GivenAssignment = Omit<Assignment, 'until' | 'organisationUuid'> & { readonly organisationUuid: string | undefined };

function assignmentsOf({ arrival, uuid: matterUuid }: JudgedArrival, organisations: Organisations): readonly GivenAssignment[] {
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
export async function writePlacements(sql: Sql, changed: readonly JudgedArrival[]): Promise<void> {
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
export async function writeTransitions(
  sql: Sql,
  changed: readonly JudgedArrival[],
  organisations: Organisations,
  now: Date,
): Promise<void> {
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
function earlier(changed: readonly JudgedArrival[]): readonly string[] {
  return changed.filter(({ held }) => held !== null).map(({ uuid }) => uuid);
}
