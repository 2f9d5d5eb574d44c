import type { Sql } from '../../../kernel/sql.js';
import type { MatterClock } from '../matter-clock.js';
import type { AlarmedMatter, AlarmStore, DueClock, ToldAlarm } from '../ports.js';
import { alarmedColumns } from './alarmed-columns.js';
import { clockColumns } from './clock-table.js';

/** Rounds looked at for one batch; only where so many are in other hands does a batch come back empty although something waits. */
const mostRounds = 2_000;

// The lock that steps take first, and none is waited for: neither can a step and an alarm wait for each other in a ring.
const holdDue = `
  select ${alarmedColumns}
    from (select matter_id, min(next_alarm_at) as due_at
            from (select matter_id, next_alarm_at from matter_clock where next_alarm_at <= $1 order by next_alarm_at limit ${mostRounds}) first
           group by matter_id) due
    join matter on matter.id = due.matter_id
   order by due.due_at, matter.id limit $2
     for no key update of matter skip locked`;

const dueOfHeld = `
  select matter_id as "matterUuid", ${clockColumns} from matter_clock
   where matter_id = any($2::uuid[]) and next_alarm_at <= $1 order by next_alarm_at, matter_id, clock, round`;

const keepTold = `
  update matter_clock set alarmed = told.alarmed, next_alarm_at = told.next_alarm_at
    from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::timestamptz[]) told (matter_id, clock, round, alarmed, next_alarm_at)
   where matter_clock.matter_id = told.matter_id and matter_clock.clock = told.clock and matter_clock.round = told.round`;

type DueRow = MatterClock & { readonly matterUuid: string };

/** The alarms of clocks in the city index. */
export class AlarmTable implements AlarmStore {
  async nextAt(sql: Sql): Promise<Date | null> {
    const [row] = await sql.query<{ at: Date | null }>('select min(next_alarm_at) as at from matter_clock where next_alarm_at is not null');
    return row!.at;
  }

  async due(sql: Sql, at: Date, mostMatters: number): Promise<readonly DueClock[]> {
    const matters = await sql.query<AlarmedMatter>(holdDue, [at, mostMatters]);
    if (matters.length === 0) return [];
    const held = new Map(matters.map((matter) => [matter.uuid, matter]));
    // Asked after the lock: in the statement that took it, they could be those of before another's step.
    const rounds = await sql.query<DueRow>(dueOfHeld, [at, [...held.keys()]]);
    return rounds.map(({ matterUuid, ...round }) => ({ matter: held.get(matterUuid)!, round }));
  }

  async keep(sql: Sql, told: readonly ToldAlarm[]): Promise<void> {
    if (told.length === 0) return;
    await sql.query(keepTold, [
      told.map(({ notice }) => notice.matter.uuid),
      told.map(({ after }) => after.clock),
      told.map(({ after }) => after.round),
      told.map(({ after }) => after.alarmed),
      told.map(({ after }) => after.nextAlarmAt),
    ]);
  }
}
