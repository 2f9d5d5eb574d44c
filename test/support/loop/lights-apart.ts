import type { Sql } from '../../../src/kernel/sql.js';

/**
 * The matters whose deadline and whose yellow do not belong together, by their local id: one without the other, or a deadline of a running
 * clock with the yellow of another. Empty where every writer writes both.
 */
export async function lightsApart(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.query<{ localId: string }>(
    `select matter.local_id as "localId" from matter
       left join lateral (
         select clock.due_at, clock.yellow_at from matter_clock clock
          where clock.matter_id = matter.id and clock.stopped_at is null and clock.paused_at is null and clock.clock <> 'FEEDBACK'
          order by clock.due_at, clock.yellow_at limit 1) first on matter.closed_at is null
      where (matter.due_at is null) <> (matter.yellow_at is null)
         or first.due_at is not null and (first.due_at, first.yellow_at) is distinct from (matter.due_at, matter.yellow_at)`,
  );
  return rows.map(({ localId }) => localId);
}
