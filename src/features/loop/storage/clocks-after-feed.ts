import type { MattersTold } from '../../matters/index.js';

/**
 * Stops every clock that still runs or rests of matters that their offices ended: nothing more is told of them. What one rested until
 * then is nobody's delay and put on its end. The deadline of a matter that has clocks here stays theirs, whatever its office says of it.
 */
export const clocksAfterFeed: MattersTold = async (sql, told) => {
  if (told.length === 0) return;
  const ends = told.flatMap(({ uuid, endedAt }) => (endedAt === null ? [] : [{ uuid, at: endedAt.toISOString() }]));
  if (ends.length > 0) await sql.query(stop, [ends.map(({ uuid }) => uuid), ends.map(({ at }) => at)]);
  await sql.query(keepDeadline, [told.map(({ uuid }) => uuid)]);
};

const stop = `
  update matter_clock set stopped_at = ended.at, due_at = due_at + greatest(ended.at - paused_at, interval '0'), paused_at = null, next_alarm_at = null
    from unnest($1::uuid[], $2::timestamptz[]) ended (matter, at)
   where matter_clock.matter_id = ended.matter and stopped_at is null`;

/** What `deadlineOf` answers, for many matters at once. */
const keepDeadline = `
  update matter set due_at = case when closed_at is null then counted.first[1] else coalesce(counted.handling[1][1], matter.due_at) end,
                    yellow_at = case when closed_at is null then counted.first[2] else coalesce(counted.handling[1][2], matter.yellow_at) end
    from (select matter_id,
                 min(array[due_at, yellow_at]) filter (where stopped_at is null and paused_at is null and clock <> 'FEEDBACK') as first,
                 array_agg(array[due_at, yellow_at] order by round desc) filter (where clock = 'HANDLING') as handling
            from matter_clock where matter_id = any($1::uuid[]) group by matter_id) counted
   where matter.id = counted.matter_id`;
