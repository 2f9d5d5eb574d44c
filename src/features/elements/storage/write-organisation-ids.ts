import type { Sql } from '../../../kernel/sql.js';
import type { OrganisationIdArrival } from '../organisation-id.js';
import { lockOrganisationIds, organisationIdUuid } from './organisation-id-statement.js';
import { organisationUuid } from './organisation-uuid.js';

const arrived = `jsonb_to_recordset($1::jsonb) as arrived (uuid uuid, "organisationUuid" uuid, issuer text, scheme text, code text,
  evidence text, "validFrom" date, "validTo" date)`;

/**
 * Records a pack's ids of organisations on two clocks and leaves what a person has declared or withdrawn; where the pack's list is
 * `complete`, its ids that are no longer listed are no longer believed. Answers how many ids changed.
 */
export async function writeOrganisationIds(
  sql: Sql,
  arrivals: readonly OrganisationIdArrival[],
  { recordedAt, complete }: { readonly recordedAt: Date; readonly complete: boolean },
): Promise<number> {
  await lockOrganisationIds(sql);
  const given = JSON.stringify(arrivals.map(rowOf));
  const gone = complete ? await dropUnlisted(sql, given, recordedAt) : 0;
  await sql.query(
    `update organisation_id known set recorded_to = $2 from ${arrived}
      where known.statement_id = arrived.uuid and known.recorded_to is null and known.origin = 'PACK'
        and (known.evidence, known.valid_to) is distinct from (arrived.evidence, "validTo")`,
    [given, recordedAt],
  );
  return gone + (await insertNew(sql, given, recordedAt));
}

function rowOf({ organisation, ...id }: OrganisationIdArrival): object {
  const held = { ...id, organisationUuid: organisationUuid(organisation.issuer, organisation.scheme, organisation.code) };
  return { ...held, uuid: organisationIdUuid(held) };
}

async function dropUnlisted(sql: Sql, given: string, recordedAt: Date): Promise<number> {
  const rows = await sql.query(
    `update organisation_id set recorded_to = $2 where recorded_to is null and origin = 'PACK'
        and not exists (select from ${arrived} where arrived.uuid = organisation_id.statement_id) returning 1`,
    [given, recordedAt],
  );
  return rows.length;
}

/** What a person has declared or ended is never brought back by a pack, and an id that a person gave to another stays there. */
async function insertNew(sql: Sql, given: string, recordedAt: Date): Promise<number> {
  const rows = await sql.query(
    `insert into organisation_id (id, statement_id, organisation_id, issuer, scheme, code, valid_from, valid_to, origin, evidence, recorded_from)
     select gen_random_uuid(), uuid, "organisationUuid", issuer, scheme, code, "validFrom", "validTo", 'PACK', evidence, $2
       from ${arrived}
      where not exists (select from organisation_id known where known.statement_id = arrived.uuid
          and (known.recorded_to is null or known.origin = 'DECLARED' or known.ended_document is not null))
        and not exists (select from organisation_id known where known.recorded_to is null and known.origin = 'DECLARED'
          and (known.issuer, known.scheme, known.code) = (arrived.issuer, arrived.scheme, arrived.code)
          and (known.valid_to is null or known.valid_to > "validFrom") and ("validTo" is null or known.valid_from < "validTo"))
     returning 1`,
    [given, recordedAt],
  );
  return rows.length;
}
