import { append } from '../../../eventlog/append.js';
import type { Sql } from '../../../kernel/sql.js';
import type { Division } from '../../divisions/index.js';
import { divisionChanges, type DivisionListing } from '../city/division-changes.js';
import type { RunStamp } from '../ports.js';
import { divisionEvents } from './told-divisions.js';

/**
 * Records a listing of the city's divisions on two clocks: what is no longer believed is closed, what is new is opened, nothing is
 * overwritten. Events tell of the changes. Answers how many divisions changed.
 */
export async function writeDivisions(sql: Sql, listing: DivisionListing, stamp: RunStamp): Promise<number> {
  const held = await sql.query<Division>(
    `select code, name, level, parent_code as "parentCode", kind, valid_from::text as "validFrom", valid_to::text as "validTo"
       from division where recorded_to is null order by code, valid_from`,
  );
  const changes = divisionChanges(held, listing, stamp.today);
  const { closed, opened } = changes;
  const changed = new Set([...closed, ...opened].map(({ code }) => code)).size;
  if (changed === 0) return 0;
  const recordedAt = await recordedAtOf(sql, stamp.now);
  // One statement, since the register is looked at after each: a division closed and not yet opened anew would seem gone, with all below it.
  await sql.query(
    `with closed as (
       update division set recorded_to = $1 from unnest($2::text[], $3::date[]) given (code, valid_from)
        where division.code = given.code and division.valid_from = given.valid_from and recorded_to is null returning division.code)
     insert into division (code, name, level, parent_code, kind, valid_from, valid_to, recorded_from)
       select code, name, level, "parentCode", kind, "validFrom", "validTo", $1
         from (select count(*) from closed) closing,
              json_to_recordset($4::json) given (code text, name text, level text, "parentCode" text, kind text, "validFrom" date, "validTo" date)`,
    [recordedAt, closed.map(({ code }) => code), closed.map(({ validFrom }) => validFrom), JSON.stringify(opened)],
  );
  await append(sql, await divisionEvents(sql, changes, stamp));
  return changed;
}

/** Now, but later than anything recorded before, so that no period has an empty life. */
async function recordedAtOf(sql: Sql, now: Date): Promise<string> {
  const [row] = await sql.query<{ at: string }>(
    `select greatest($1::timestamptz, (select max(recorded_from) + interval '1 microsecond' from division))::text as at`,
    [now],
  );
  return row!.at;
}
