import { prepared } from '../../../database/prepared.js';
import type { Sql } from '../../../kernel/sql.js';
import type { MatterClock } from '../matter-clock.js';
import type { ClockOfMatter, ClockStore } from '../ports.js';

const columns = {
  clock: 'text',
  round: 'integer',
  startedAt: 'timestamptz',
  limitAmount: 'integer',
  limitUnit: 'text',
  limitSource: 'text',
  dueAt: 'timestamptz',
  yellowAt: 'timestamptz',
  pausedAt: 'timestamptz',
  stoppedAt: 'timestamptz',
  extended: 'integer',
  exemptAt: 'timestamptz',
  alarmed: 'text',
  nextAlarmAt: 'timestamptz',
} as const satisfies Readonly<Record<keyof MatterClock, string>>;

const fields = Object.keys(columns) as readonly (keyof MatterClock)[];
const nameOf = (field: string): string => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
const changing = fields.filter((field) => !['clock', 'round', 'startedAt', 'limitAmount', 'limitUnit', 'limitSource'].includes(field));

/** The columns of a round of a clock, for `select` from `matter_clock`. */
export const clockColumns = fields.map((field) => `matter_clock.${nameOf(field)} as "${field}"`).join(', ');

const select = prepared(`select ${clockColumns} from matter_clock
  where matter_id = $1 order by started_at, clock, round`);
const upsert = prepared(`insert into matter_clock (matter_id, ${fields.map(nameOf).join(', ')})
  select * from unnest($1::uuid[], ${fields.map((field, index) => `$${index + 2}::${columns[field]}[]`).join(', ')})
  on conflict (matter_id, clock, round) do update set ${changing.map((field) => `${nameOf(field)} = excluded.${nameOf(field)}`).join(', ')}`);

/** The clocks of matters in the city index. */
export class ClockTable implements ClockStore {
  read(sql: Sql, matterUuid: string): Promise<readonly MatterClock[]> {
    return sql.query<MatterClock>(select, [matterUuid]);
  }

  async write(sql: Sql, matterUuid: string, rounds: readonly MatterClock[]): Promise<void> {
    await writeRounds(
      sql,
      rounds.map((round) => ({ ...round, matterUuid })),
    );
  }
}

/** Writes rounds of whatever matters, new ones and changed ones. */
export async function writeRounds(sql: Sql, rounds: readonly ClockOfMatter[]): Promise<void> {
  if (rounds.length === 0) return;
  await sql.query(upsert, [rounds.map(({ matterUuid }) => matterUuid), ...fields.map((field) => rounds.map((round) => round[field]))]);
}
