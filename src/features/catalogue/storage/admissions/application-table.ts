import { randomUUID } from 'node:crypto';

import { append } from '../../../../eventlog/append.js';
import { uuidOf } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { Declarant } from '../../../access/index.js';
import type { AdmissionApplication } from '../../admission-application.js';
import type { ApplicationStore, HeldApplication, NewApplication } from '../../publishing/ports.js';
import { applicationOf, type ApplicationRow, selectApplications, stateOfApplication } from './application-row.js';

/** Keeps applications for the admission list and their reviews in the city index. */
export class ApplicationTable implements ApplicationStore {
  async apply(sql: Sql, { category, ...terms }: NewApplication, declarant: Declarant): Promise<string> {
    const uuid = uuidOf('admission-application', randomUUID());
    await sql.query(
      `insert into admission_application (id, standard, category_kind, category_code, task, temporary, valid_from, valid_to,
              organisation_id, document, applied_by, role, applied_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[uuid, category.standard, category.kind, category.code, terms.task, terms.temporary, terms.validFrom, terms.validTo],
        ...[declarant.onBehalfOf, declarant.document, declarant.declaredBy, declarant.role, declarant.recordedAt],
      ],
    );
    await tell(sql, { uuid, version: 1, kind: 'ADMISSION_APPLIED', payload: { category, organisation: declarant.onBehalfOf } }, declarant);
    return uuid;
  }

  async held(sql: Sql, uuid: string): Promise<HeldApplication | null> {
    // The lock first: what is read with it would still show the review that it waited for as missing.
    await sql.query(`select from admission_application where id = $1 for update`, [uuid]);
    const [row] = await sql.query<ApplicationRow>(`${selectApplications} where application.id = $1`, [uuid]);
    return row ? applicationOf(row) : null;
  }

  async review(sql: Sql, { uuid, category }: HeldApplication, said: Parameters<ApplicationStore['review']>[2]): Promise<void> {
    const { verdict, reason, declarant } = said;
    await sql.query(
      `insert into admission_review (application_id, verdict, reason, document, reviewed_by, role, on_behalf_of, reviewed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [uuid, verdict, reason, declarant.document, declarant.declaredBy, declarant.role, declarant.onBehalfOf, declarant.recordedAt],
    );
    await tell(sql, { uuid, version: 2, kind: 'ADMISSION_REVIEWED', payload: { category, verdict } }, declarant);
  }

  async accepted(sql: Sql): Promise<readonly AdmissionApplication[]> {
    const rows = await sql.query<ApplicationRow>(
      `${selectApplications} where ${stateOfApplication} = 'ACCEPTED' order by application.applied_at, application.id`,
    );
    return rows.map(applicationOf);
  }
}

interface Told {
  readonly uuid: string;
  readonly version: number;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

async function tell(sql: Sql, { uuid, version, kind, payload }: Told, { recordedAt }: Declarant): Promise<void> {
  await append(sql, [
    { topic: 'catalogue', kind, subject: uuid, version, department: null, divisionCode: null, payload, occurredAt: recordedAt },
  ]);
}
