import { append } from '../../../../eventlog/append.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import type { Sql } from '../../../../kernel/sql.js';
import type { MovedMatter } from '../../placing/held-matter.js';

/**
 * Writes where matters lie from now on, which must be locked; what was before is kept, once for each day: a place that lasted less than a
 * day was never counted. Version and history stay.
 */
export async function writeMoves(
  sql: Sql,
  moved: readonly MovedMatter[],
  { day, at }: { readonly day: CalendarDate; readonly at: Date },
): Promise<void> {
  const uuids = moved.map(({ matter }) => matter.uuid);
  await sql.query(
    `insert into past_matter_placement (matter_id, until, unit_id, weight, placed_by)
       select matter_id, $2::date, unit_id, weight, placed_by from matter_placement
        where matter_id = any($1::uuid[])
          and not exists (select from past_matter_placement past where past.matter_id = matter_placement.matter_id and past.until = $2::date)`,
    [uuids, day],
  );
  await sql.query('delete from matter_placement where matter_id = any($1::uuid[])', [uuids]);
  const places = moved.flatMap(({ matter, placements }) => placements.map((place) => ({ ...place, matter })));
  await sql.query(
    `insert into matter_placement (unit_id, reported_at, matter_id, weight, placed_by)
       select place.unit_id, matter.reported_at, matter.id, place.weight, place.placed_by
         from unnest($1::uuid[], $2::uuid[], $3::real[], $4::text[]) place (matter_id, unit_id, weight, placed_by)
         join matter on matter.id = place.matter_id`,
    [
      places.map(({ matter }) => matter.uuid),
      places.map(({ unitUuid }) => unitUuid),
      places.map(({ weight }) => weight),
      places.map(({ by }) => by),
    ],
  );
  await sql.query(
    `update matter set grid_id = moved.grid_id, division_code = moved.division_code
       from unnest($1::uuid[], $2::uuid[], $3::text[]) moved (id, grid_id, division_code)
      where matter.id = moved.id and (matter.grid_id, matter.division_code) is distinct from (moved.grid_id, moved.division_code)`,
    [uuids, moved.map(({ gridUuid }) => gridUuid), moved.map(({ divisionCode }) => divisionCode)],
  );
  await append(
    sql,
    moved.map(({ matter, divisionCode }) => ({
      topic: 'matter' as const,
      kind: 'MATTER_REPLACED',
      subject: matter.uuid,
      version: matter.version,
      department: matter.department,
      divisionCode,
      payload: { day },
      occurredAt: at,
    })),
  );
}
