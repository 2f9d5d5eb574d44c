import { randomUUID } from 'node:crypto';

import { append } from '../../../eventlog/append.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Concern, Declarant } from '../../access/index.js';
import type { NewOrganisationId, OrganisationIdStore } from '../declare-organisation-id.js';
import type { OrganisationId } from '../organisation-id.js';
import { readOrganisationConcern } from './organisation-concern.js';
import { lockOrganisationIds, organisationIdColumns, organisationIdUuid } from './organisation-id-statement.js';

/** Keeps what people declare of organisations' ids in the city index. */
export class OrganisationIdTable implements OrganisationIdStore {
  lock(sql: Sql): Promise<void> {
    return lockOrganisationIds(sql);
  }

  concernOf(sql: Sql, organisationUuids: readonly string[]): Promise<Concern> {
    return readOrganisationConcern(sql, organisationUuids);
  }

  async holderOf(sql: Sql, { issuer, scheme, code, validFrom, validTo }: NewOrganisationId): Promise<string | null> {
    const [row] = await sql.query<{ name: string }>(
      `select organisation.name from organisation
        where (organisation.issuer, organisation.scheme, organisation.code) = ($1, $2, $3) or exists (
          select from organisation_id other
            where other.organisation_id = organisation.id and (other.issuer, other.scheme, other.code) = ($1, $2, $3)
              and other.recorded_to is null and ($5::date is null or other.valid_from < $5)
              and (other.valid_to is null or other.valid_to > $4))
        order by organisation.id limit 1`,
      [issuer, scheme, code, validFrom, validTo],
    );
    return row?.name ?? null;
  }

  async held(sql: Sql, uuid: string): Promise<OrganisationId | null> {
    const [row] = await sql.query<OrganisationId>(
      `select ${organisationIdColumns} from organisation_id other where other.statement_id = $1 and other.recorded_to is null`,
      [uuid],
    );
    return row ?? null;
  }

  async declare(sql: Sql, id: NewOrganisationId, declarant: Declarant): Promise<string> {
    const uuid = organisationIdUuid(id);
    await insert(sql, { ...id, uuid, evidence: declarant.document, origin: 'DECLARED' }, declarant);
    await tell(sql, { ...id, uuid }, { kind: 'ORGANISATION_ID_DECLARED', at: declarant.recordedAt });
    return uuid;
  }

  async end(sql: Sql, id: OrganisationId, validTo: CalendarDate | null, declarant: Declarant): Promise<void> {
    await sql.query(`update organisation_id set recorded_to = $2, ended_document = $3 where statement_id = $1 and recorded_to is null`, [
      id.uuid,
      declarant.recordedAt,
      declarant.document,
    ]);
    if (validTo !== null) await insert(sql, { ...id, validTo }, declarant);
    await tell(sql, { ...id, validTo }, { kind: 'ORGANISATION_ID_WITHDRAWN', at: declarant.recordedAt });
  }
}

async function insert(sql: Sql, id: OrganisationId, declarant: Declarant): Promise<void> {
  await sql.query(
    `insert into organisation_id (id, statement_id, organisation_id, issuer, scheme, code, valid_from, valid_to, origin, evidence,
            document, declared_by, role, on_behalf_of, recorded_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'DECLARED', $9, $10, $11, $12, $13, $14)`,
    [
      randomUUID(),
      ...[id.uuid, id.organisationUuid, id.issuer, id.scheme, id.code, id.validFrom, id.validTo, id.evidence],
      ...[declarant.document, declarant.declaredBy, declarant.role, declarant.onBehalfOf, declarant.recordedAt],
    ],
  );
}

async function tell(
  sql: Sql,
  id: NewOrganisationId & { readonly uuid: string },
  { kind, at }: { readonly kind: string; readonly at: Date },
): Promise<void> {
  const [versions] = await sql.query<{ count: number }>('select count(*)::int as count from organisation_id where statement_id = $1', [
    id.uuid,
  ]);
  const { organisationUuid, issuer, scheme, code, validFrom, validTo } = id;
  await append(sql, [
    {
      topic: 'organisation',
      kind,
      subject: id.uuid,
      version: versions!.count,
      department: null,
      divisionCode: null,
      payload: { organisation: organisationUuid, issuer, scheme, code, validFrom, validTo },
      occurredAt: at,
    },
  ]);
}
