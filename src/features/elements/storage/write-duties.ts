import { uuidOf } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { DutyArrival } from '../ports.js';
import { dutyRecordTime, lockDuties } from './duty-record-time.js';

// What a declared move took from an organisation ends on the day of the move, however the pack states its beginning.
const arrived = `(
  select given.id, standard, given.kind, category_code, division_code, organisation_id, valid_from, coalesce(moved.day, valid_to) as valid_to, document
    from (select arrived.id, standard, arrived.kind, "categoryCode" as category_code, "divisionCode" as division_code,
                 organisation.id as organisation_id, "validFrom" as valid_from, "validTo" as valid_to, document
            from jsonb_to_recordset($1::jsonb) as arrived (id uuid, standard text, kind text, "categoryCode" text, "divisionCode" text,
                 "organisationCode" text, "validFrom" date, "validTo" date, document text)
            join organisation on organisation.code = "organisationCode") given
    cross join lateral (
      select min(duty_move.effective_from) as day from duty ended join duty_move on duty_move.id = ended.ended_by
       where (ended.standard, ended.kind, ended.category_code, ended.division_code, ended.organisation_id)
             = (given.standard, given.kind, given.category_code, given.division_code, given.organisation_id)
         and given.valid_from <= duty_move.effective_from and (given.valid_to is null or given.valid_to > duty_move.effective_from)) moved
   where moved.day is null or given.valid_from < moved.day)`;

const same = `duty.id = arrived.id and duty.valid_to is not distinct from arrived.valid_to and duty.document is not distinct from arrived.document`;

/** Whether a person's word stands: the duty itself was moved, or the same organisation has it by a move already. */
const declared = `exists (select from duty declared where declared.id = arrived.id and (declared.origin = 'DECLARED' or declared.ended_by is not null))
  or exists (select from duty declared where declared.origin = 'DECLARED' and declared.recorded_to is null
    and (declared.standard, declared.kind, declared.category_code, declared.division_code, declared.organisation_id)
        = (arrived.standard, arrived.kind, arrived.category_code, arrived.division_code, arrived.organisation_id)
    and declared.valid_from <= arrived.valid_from
    and (declared.valid_to is null or (arrived.valid_to is not null and arrived.valid_to <= declared.valid_to)))`;

/**
 * Records duties on two clocks: one whose end or document changed closes what was believed of it and opens what is believed now.
 * What a declared move has changed stays as it was declared. Answers how many duties changed.
 */
export async function writeDuties(sql: Sql, arrivals: readonly DutyArrival[], now: Date): Promise<number> {
  const rows = JSON.stringify(arrivals.map((arrival) => ({ ...arrival, id: dutyUuid(arrival) })));
  await lockDuties(sql);
  const recordedAt = await dutyRecordTime(sql, now);
  await sql.query(
    `update duty set recorded_to = $2 from ${arrived} arrived
      where duty.id = arrived.id and duty.recorded_to is null and duty.origin = 'PACK' and not (${same})`,
    [rows, recordedAt],
  );
  const opened = await sql.query(
    `insert into duty (id, standard, kind, category_code, division_code, organisation_id, valid_from, valid_to, document, recorded_from)
       select distinct on (id) arrived.*, $2 from ${arrived} arrived
        where not exists (select from duty where duty.id = arrived.id and duty.recorded_to is null) and not (${declared})
       returning 1`,
    [rows, recordedAt],
  );
  return opened.length;
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
