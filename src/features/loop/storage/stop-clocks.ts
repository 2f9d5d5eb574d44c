import type { MattersEnded } from '../../matters/index.js';

/** Stops every clock that still runs or rests of matters that their offices ended: nothing more is told of them. One that rests stops as it stood, as what it rested is nobody's delay. */
export const stopClocks: MattersEnded = async (sql, ends) => {
  if (ends.length === 0) return;
  await sql.query(
    `update matter_clock set stopped_at = least(ended.at, paused_at), paused_at = null, next_alarm_at = null
       from unnest($1::uuid[], $2::timestamptz[]) ended (matter, at)
      where matter_clock.matter_id = ended.matter and stopped_at is null`,
    [ends.map(({ uuid }) => uuid), ends.map(({ at }) => at.toISOString())],
  );
};
