import type { Sql } from '../../../kernel/sql.js';
import type { EndedSuspension, SuspensionStore } from '../suspension/ports.js';

/** The suspensions of matters in the city index. */
export const suspensionTable: SuspensionStore = {
  begin: async (sql: Sql, matterUuid, { since, endsAt }) => {
    const begun = await sql.query(
      `insert into matter_suspension (matter_id, since, ends_at) values ($1, $2, $3) on conflict do nothing returning matter_id`,
      [matterUuid, since, endsAt],
    );
    return begun.length === 1;
  },
  end: async (sql, matterUuid, at) => {
    await sql.query('update matter_suspension set resumed_at = $2 where matter_id = $1 and resumed_at is null', [matterUuid, at]);
  },
  nextEnd: async (sql) => {
    const [row] = await sql.query<{ at: Date | null }>('select min(ends_at) as at from matter_suspension where resumed_at is null');
    return row!.at;
  },
  holdEnded: async (sql, at) => {
    const [row] = await sql.query<EndedSuspension>(
      `select matter.id as "matterUuid", matter.state = 'SUSPENDED' as "isSuspended"
         from matter_suspension join matter on matter.id = matter_suspension.matter_id
        where resumed_at is null and ends_at <= $1 order by ends_at limit 1 for no key update of matter skip locked`,
      [at],
    );
    if (row === undefined) return null;
    // Asked after the lock: it may have been resumed in the meantime.
    const still = await sql.query('select from matter_suspension where matter_id = $1 and resumed_at is null', [row.matterUuid]);
    return still.length === 0 ? null : row;
  },
};
