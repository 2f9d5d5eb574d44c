import { groupBy } from '../../../kernel/group-by.js';
import type { CategoryKey } from '../../categories/index.js';
import type { MatterClock } from '../matter-clock.js';
import type { LimitedBy, ToldClockStore } from '../told/told-clocks.js';
import { clockColumns, writeRounds } from './clock-table.js';

type LimitedRow = Omit<LimitedBy, 'category'> & { readonly [Part in keyof CategoryKey]: string | null };

/** The clocks of told matters in the city index. */
export const toldClockTable: ToldClockStore = {
  readMany: async (sql, matterUuids) => {
    const rows = await sql.query<MatterClock & { readonly matterUuid: string }>(
      `select matter_id as "matterUuid", ${clockColumns} from matter_clock where matter_id = any($1::uuid[]) order by started_at, clock, round`,
      [matterUuids],
    );
    const byMatter = groupBy(rows, ({ matterUuid }) => matterUuid);
    return new Map([...byMatter].map(([uuid, rounds]) => [uuid, rounds.map(({ matterUuid: _, ...round }) => round)]));
  },
  limitedBy: async (sql, matterUuids) => {
    if (matterUuids.length === 0) return [];
    const rows = await sql.query<LimitedRow>(
      `select matter.id as uuid, standard, category_kind as kind, category_code as code,
              array_remove(array[division_code, community_code, township_code, county_code] || array(select code from city), null) as "divisionCodes",
              (select taken.carried ->> 'condition' from matter_transition taken where taken.matter_id = matter.id and taken.carried ? 'condition'
                order by taken.version desc limit 1) as condition
         from matter where id = any($1::uuid[])`,
      [matterUuids],
    );
    return rows.map(({ standard, kind, code, ...row }) => ({
      ...row,
      category: standard === null || kind === null || code === null ? null : { standard, kind, code },
    }));
  },
  writeMany: writeRounds,
  setDeadlines: async (sql, deadlines) => {
    if (deadlines.length === 0) return;
    await sql.query(
      `update matter set due_at = told.due_at, yellow_at = told.yellow_at
         from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) told (id, due_at, yellow_at) where matter.id = told.id`,
      [
        deadlines.map(({ uuid }) => uuid),
        deadlines.map(({ deadline }) => deadline?.dueAt ?? null),
        deadlines.map(({ deadline }) => deadline?.yellowAt ?? null),
      ],
    );
  },
};
