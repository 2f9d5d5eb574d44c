import type { Sql } from '../../../kernel/sql.js';
import type { KnownArrival } from './known-arrival.js';

type Organisations = ReadonlyMap<string, string>;

/** Replaces the assignments of changed matters. */
export async function writeAssignments(sql: Sql, changed: readonly KnownArrival[], organisations: Organisations): Promise<void> {
  await sql.query(`delete from matter_assignment where matter_id = any($1::uuid[])`, [changed.map(({ uuid }) => uuid)]);
  await sql.query(
    `insert into matter_assignment (matter_id, organisation_id, role, since)
     select distinct matter_id, organisation_id, role, since
       from jsonb_to_recordset($1::jsonb) as given (matter_id uuid, organisation_id uuid, role text, since timestamptz)`,
    [JSON.stringify(changed.flatMap((known) => assignmentsOf(known, organisations)))],
  );
}

function assignmentsOf({ arrival, uuid }: KnownArrival, organisations: Organisations): readonly object[] {
  const since = (code: string): Date => arrival.steps.find((step) => step.organisationCode === code)?.at ?? arrival.reportedAt;
  const assigned = (role: 'LEAD' | 'SUPPORT') => (code: string) => ({
    matter_id: uuid,
    organisation_id: organisations.get(code),
    role,
    since: since(code),
  });
  return [...arrival.leadCodes.map(assigned('LEAD')), ...arrival.supportCodes.map(assigned('SUPPORT'))];
}

/** Replaces the places of changed matters. */
export async function writePlacements(sql: Sql, changed: readonly KnownArrival[]): Promise<void> {
  await sql.query(`delete from matter_placement where matter_id = any($1::uuid[])`, [
    changed.filter((known) => !known.isNew).map(({ uuid }) => uuid),
  ]);
  const placed = changed.flatMap(({ arrival, uuid }) => arrival.placements.map((place) => ({ ...place, uuid, at: arrival.reportedAt })));
  await sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight)
     select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::real[]) on conflict do nothing`,
    [
      placed.map((place) => place.unitUuid),
      placed.map((place) => place.at),
      placed.map((place) => place.uuid),
      placed.map((place) => place.weight),
    ],
  );
}

/** Adds the steps that the history does not hold yet; what it holds stays as it was recorded. */
export async function writeTransitions(sql: Sql, changed: readonly KnownArrival[], organisations: Organisations, now: Date): Promise<void> {
  await sql.query(
    `insert into matter_transition (matter_id, version, from_state, to_state, organisation_id, occurred_at, recorded_at)
     select matter_id, version, from_state, to_state, organisation_id, occurred_at, $2
       from jsonb_to_recordset($1::jsonb) as given (matter_id uuid, version integer, from_state text, to_state text,
            organisation_id uuid, occurred_at timestamptz)
     on conflict (matter_id, version) do nothing`,
    [JSON.stringify(changed.flatMap((known) => transitionsOf(known, organisations))), now],
  );
}

function transitionsOf({ arrival, uuid }: KnownArrival, organisations: Organisations): readonly object[] {
  return arrival.steps.map((step, index) => ({
    matter_id: uuid,
    version: index + 1,
    from_state: arrival.steps[index - 1]?.state ?? null,
    to_state: step.state,
    organisation_id: step.organisationCode === null ? null : organisations.get(step.organisationCode),
    occurred_at: step.at,
  }));
}
