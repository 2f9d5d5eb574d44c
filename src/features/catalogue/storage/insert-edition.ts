import { randomUUID } from 'node:crypto';

import type { CalendarDate } from '../../../kernel/dates.js';
import type { Sql } from '../../../kernel/sql.js';
import type { StatementOrigin } from '../../access/index.js';
import type { ListKind, ListLine } from '../list.js';

/** A line to be written, with the application it came by. */
export interface NewLine extends ListLine {
  readonly applicationUuid?: string | null;
}

/** An edition to be written with its lines. */
export interface EditionRow {
  readonly kind: ListKind;
  readonly number: number;
  readonly effectiveFrom: CalendarDate;
  readonly document: string;
  readonly origin: StatementOrigin;
  /** Who published it; null where a pack brought it. */
  readonly by: { readonly declaredBy: string; readonly role: string; readonly onBehalfOf: string } | null;
  readonly recordedAt: Date;
  readonly lines: readonly NewLine[];
}

/** Writes an edition with its lines; answers its uuid. */
export async function insertEdition(sql: Sql, { lines, by, ...edition }: EditionRow): Promise<string> {
  const uuid = randomUUID();
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
     select gen_random_uuid(), $1, ordinal, standard, kind, code, "divisionCode", "organisationUuid", task, document, temporary,
            "validFrom", "validTo", "applicationUuid"
       from jsonb_to_recordset($2::jsonb) as line (ordinal int, standard text, kind text, code text, "divisionCode" text,
            "organisationUuid" uuid, task text, document text, temporary boolean, "validFrom" date, "validTo" date, "applicationUuid" uuid)`,
    [uuid, JSON.stringify(lines.map(({ category, ...line }, ordinal) => ({ ...line, ...category, ordinal: ordinal + 1 })))],
  );
  return uuid;
}
