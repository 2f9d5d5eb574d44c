import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { DutyArrival } from '../ports.js';

const arrived = `(
  select arrived.id, standard, arrived.kind, "categoryCode" as category_code, "divisionCode" as division_code,
         organisation.id as organisation_id, "validFrom" as valid_from, "validTo" as valid_to, document
    from jsonb_to_recordset($1::jsonb) as arrived (id uuid, standard text, kind text, "categoryCode" text, "divisionCode" text,
         "organisationCode" text, "validFrom" date, "validTo" date, document text)
    join organisation on organisation.code = "organisationCode")`;

const same = `duty.id = arrived.id and duty.valid_to is not distinct from arrived.valid_to and duty.document is not distinct from arrived.document`;

/**
 * Records duties on two clocks: one whose end or document changed closes what was believed of it and opens what is believed now.
 * Answers how many duties changed.
 */
export async function writeDuties(sql: Sql, arrivals: readonly DutyArrival[], now: Date): Promise<number> {
  const rows = JSON.stringify(arrivals.map((arrival) => ({ ...arrival, id: dutyUuid(arrival) })));
  const recordedAt = await recordedAtOf(sql, now);
  await sql.query(
    `update duty set recorded_to = $2 from ${arrived} arrived where duty.id = arrived.id and duty.recorded_to is null and not (${same})`,
    [rows, recordedAt],
  );
  const opened = await sql.query(
    `insert into duty (id, standard, kind, category_code, division_code, organisation_id, valid_from, valid_to, document, recorded_from)
       select distinct on (id) arrived.*, $2 from ${arrived} arrived
        where not exists (select from duty where duty.id = arrived.id and duty.recorded_to is null)
       returning 1`,
    [rows, recordedAt],
  );
  return opened.length;
}

/** Now, but later than anything recorded before, so that nothing has an empty life. */
async function recordedAtOf(sql: Sql, now: Date): Promise<string> {
  const [row] = await sql.query<{ at: string }>(
    `select greatest($1::timestamptz, (select max(recorded_from) + interval '1 microsecond' from duty))::text as at`,
    [now],
  );
  return row!.at;
}

function dutyUuid(arrival: DutyArrival): string {
  return uuidOf(
    'duty',
    arrival.standard,
    arrival.kind,
    arrival.categoryCode,
    arrival.divisionCode,
    arrival.organisationCode,
    arrival.validFrom,
  );
}
