import { randomUUID } from 'node:crypto';

import { groupBy } from '../../../../kernel/group-by.js';
import { uuidOf } from '../../../../kernel/ids.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { ArrivalTerms, FormItemArrival } from '../../arrivals.js';
import type { OfficeForm } from '../../forms/office-form.js';
import { formColumns, formOf, type FormRow } from './form-row.js';

type NewForm = Omit<OfficeForm, 'uuid'>;

/** Brings a pack's forms into the index: one that says something else closes what was believed of it. Answers how many forms changed. */
export async function writeForms(sql: Sql, arrivals: readonly FormItemArrival[], { recordedAt, complete }: ArrivalTerms): Promise<number> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('office_form', 0))`);
  const given = formsOf(arrivals);
  const held = await believed(sql);
  const stays = new Set(held.filter((form) => given.some((one) => contentOf(one) === contentOf(form))).map(contentOf));
  const fresh = given.filter((form) => !stays.has(contentOf(form)));
  const gone = held.filter((form) => !stays.has(contentOf(form)) && (complete || fresh.some((one) => keyOf(one) === keyOf(form))));
  await sql.query(`update office_form set recorded_to = $2 where id = any($1::uuid[])`, [gone.map(({ uuid }) => uuid), recordedAt]);
  for (const form of fresh) await insert(sql, form, recordedAt);
  return new Set([...gone, ...fresh].map(keyOf)).size;
}

const keyOf = ({ department, category: { standard, kind, code }, name, validFrom }: NewForm): string =>
  JSON.stringify([department, standard, kind, code, name, validFrom]);

function contentOf(form: NewForm): string {
  const items = form.items.map(({ key, label, filledFrom, required }) => [key, label, filledFrom, required]);
  return JSON.stringify([keyOf(form), form.document, form.validTo, items]);
}

function formsOf(arrivals: readonly FormItemArrival[]): readonly NewForm[] {
  const forms = arrivals.map(({ key, label, filledFrom, required, form, ...about }) => ({
    ...about,
    name: form,
    items: [{ key, label, filledFrom, required }],
  }));
  return [...groupBy(forms, keyOf).values()].map((parts) => ({ ...parts[0]!, items: parts.flatMap(({ items }) => items) }));
}

async function believed(sql: Sql): Promise<readonly OfficeForm[]> {
  const rows = await sql.query<FormRow>(`select ${formColumns} from office_form form where form.recorded_to is null`);
  return rows.map(formOf);
}

async function insert(sql: Sql, { category, items, ...form }: NewForm, recordedAt: Date): Promise<void> {
  const uuid = uuidOf('office-form', randomUUID());
  await sql.query(
    `insert into office_form (id, department, standard, category_kind, category_code, name, document, valid_from, valid_to, recorded_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[uuid, form.department, category.standard, category.kind, category.code],
      ...[form.name, form.document, form.validFrom, form.validTo, recordedAt],
    ],
  );
  await sql.query(
    `insert into office_form_item (form_id, key, ordinal, label, filled_from, required)
     select $1, key, ordinal, label, "filledFrom", required
       from jsonb_to_recordset($2::jsonb) as item (key text, ordinal int, label text, "filledFrom" text, required boolean)`,
    [uuid, JSON.stringify(items.map((item, place) => ({ ...item, ordinal: place + 1 })))],
  );
}
