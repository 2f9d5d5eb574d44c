import { randomUUID } from 'node:crypto';

import { append } from '../../../../eventlog/append.js';
import { uuidOf } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { StatementOrigin } from '../../../access/index.js';
import type { NewEdition, NewLine } from '../../publishing/ports.js';

/** An edition to be written with its lines. */
export interface EditionRow extends NewEdition {
  readonly document: string;
  readonly origin: StatementOrigin;
  /** Who published it; null where a pack brought it. */
  readonly by: { readonly declaredBy: string; readonly role: string; readonly onBehalfOf: string } | null;
  readonly recordedAt: Date;
}

/** Writes an edition with its lines and tells the event log of it; answers its uuid. */
export async function insertEdition(sql: Sql, { lines, by, ...edition }: EditionRow): Promise<string> {
  const uuid = uuidOf('list-edition', randomUUID());
  await sql.query(
    `insert into list_edition (id, kind, number, effective_from, document, origin, declared_by, role, on_behalf_of, recorded_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[uuid, edition.kind, edition.number, edition.effectiveFrom, edition.document, edition.origin],
      ...[by?.declaredBy ?? null, by?.role ?? null, by?.onBehalfOf ?? null, edition.recordedAt],
    ],
  );
  await sql.query(
    `insert into list_item (id, edition_id, ordinal, standard, category_kind, category_code, division_code, organisation_id, task, document,
            temporary, valid_from, valid_to, application_id)
     select id, $1, ordinal, standard, kind, code, "divisionCode", "organisationUuid", task, document, temporary,
            "validFrom", "validTo", "applicationUuid"
       from jsonb_to_recordset($2::jsonb) as line (id uuid, ordinal int, standard text, kind text, code text, "divisionCode" text,
            "organisationUuid" uuid, task text, document text, temporary boolean, "validFrom" date, "validTo" date, "applicationUuid" uuid)`,
    [uuid, JSON.stringify(lines.map((line, place) => rowOf(uuid, line, place + 1)))],
  );
  await tell(sql, uuid, { ...edition, lines });
  return uuid;
}

async function tell(sql: Sql, subject: string, edition: Omit<EditionRow, 'by'>): Promise<void> {
  const { kind: list, number, effectiveFrom, lines, origin, recordedAt } = edition;
  const payload = { list, edition: number, effectiveFrom, lines: lines.length, origin };
  const about = { subject, version: 1, department: null, divisionCode: null, payload, occurredAt: recordedAt };
  await append(sql, [{ topic: 'catalogue', kind: 'LIST_PUBLISHED', ...about }]);
}

function rowOf(edition: string, { category, ...line }: NewLine, ordinal: number): object {
  return { ...line, ...category, ordinal, id: uuidOf('list-item', edition, String(ordinal)) };
}
