import type { Parameters } from '../../../database/parameters.js';
import type { MomentWish } from '../ports.js';

/** What the statement of a moment is made of. */
export interface MomentParts {
  readonly wish: MomentWish;
  /** The condition of the matters that are counted, each time with parameters of its own. */
  readonly sight: () => string;
  readonly parameters: Parameters;
  readonly timeZone: string;
}

/**
 * One statement that counts what stands at a moment, one row for each part, of open matters one for each office. Open matters are counted from
 * `matter_open_counted` alone, what happened today from the indexes by that instant.
 */
export function momentSql({ wish, sight, parameters, timeZone }: MomentParts): string {
  const now = `${parameters.add(wish.now)}::timestamptz`;
  const zone = `${parameters.add(timeZone)}::text`;
  const startOf = (day: string): string => `(${parameters.add(day)}::date::timestamp at time zone ${zone})`;
  const [begins, ends] = [startOf(wish.today), startOf(wish.tomorrow)];
  const others = `matter.sealed and matter.department is distinct from ${parameters.add(wish.askedBy)}::text`;
  const today = (instant: string): string => `${instant} >= ${begins} and ${instant} < ${ends}`;
  const ofDay = (part: string, from: string): string =>
    `select '${part}', null, count(distinct matter.id)::float8, count(distinct matter.id) filter (where ${others})::float8, 0, 0, 0, count(*)::float8, null,
            ${ends} from ${from}`;
  return [
    `select 'OPEN' as part, matter.department, count(*)::float8 as matters, count(*) filter (where ${others})::float8 as "sealedOfOthers",
            count(*) filter (where matter.yellow_at <= ${now} and matter.due_at >= ${now})::float8 as yellow,
            count(*) filter (where matter.due_at < ${now})::float8 as red,
            count(*) filter (where matter.state = 'DISPATCHED')::float8 as unaccepted, 0::float8 as count,
            least(min(matter.due_at) filter (where matter.due_at >= ${now}) + interval '1 ms',
                  min(matter.yellow_at) filter (where matter.yellow_at > ${now})) as "turnsAt",
            ${ends} as "dayEndsAt"
       from matter where matter.closed_at is null and ${sight()} group by matter.department`,
    ofDay('REPORTED', `matter where ${today('matter.reported_at')} and ${sight()}`),
    // As `matter_by_closed` has it; the day first, as it is the narrower wherever a division is asked for.
    ofDay(
      'CLOSED',
      `(select * from matter where ${today(`coalesce(matter.closed_at, 'infinity'::timestamptz)`)} offset 0) matter where ${sight()}`,
    ),
    ofDay(
      'OBJECTED',
      `matter_transition taken join matter on matter.id = taken.matter_id
        where taken.to_state = 'OBJECTED' and ${today('taken.occurred_at')} and ${sight()}`,
    ),
  ].join('\n union all \n');
}
