import { prepared } from '../../../database/prepared.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import { groupBy } from '../../../kernel/group-by.js';
import type { Sql } from '../../../kernel/sql.js';
import type { StatementOrigin } from '../../access/index.js';
import type { Category, CategoryKey } from '../category.js';
import type { CategoryLinkReadModel, CategoryStep, CodeInstants } from '../category-link.js';
import { type CategoryRelation, turned } from '../category-relation.js';

interface StepRow {
  readonly place: number;
  readonly uuid: string;
  readonly start: Category;
  readonly goal: Category;
  readonly relation: CategoryRelation;
  readonly forward: boolean;
  readonly evidence: string;
  readonly verified: boolean;
  readonly origin: StatementOrigin;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly recordedFrom: Date;
}

const categoryJson = (table: string): string =>
  `json_build_object('standard', ${table}.standard, 'kind', ${table}.kind, 'code', ${table}.code, 'nameZh', ${table}.name_zh,
    'nameEn', ${table}.name_en, 'parentCode', ${table}.parent_code)`;

const columns = `link.statement_id as uuid, link.relation, link.evidence, link.verified, link.origin, link.valid_from::text as "validFrom",
  link.valid_to::text as "validTo", link.recorded_from as "recordedFrom", ${categoryJson('start')} as start, ${categoryJson('goal')} as goal`;

const joined = (forward: boolean): string => {
  const [near, far] = forward ? ['from', 'to'] : ['to', 'from'];
  return `select asked.place::int, ${forward} as forward, ${columns}
    from asked join category_link link on (link.${near}_standard, link.${near}_kind, link.${near}_code) = (asked.standard, asked.kind, asked.code)
    join matter_category start on (start.standard, start.kind, start.code) = (link.${near}_standard, link.${near}_kind, link.${near}_code)
    join matter_category goal on (goal.standard, goal.kind, goal.code) = (link.${far}_standard, link.${far}_kind, link.${far}_code)
   where link.valid_from <= $4 and (link.valid_to is null or link.valid_to > $4)
     and case when $5::timestamptz is null then link.recorded_to is null
           else link.recorded_from <= $5 and (link.recorded_to is null or link.recorded_to > $5) end`;
};

const ofKeys =
  prepared(`with asked as (select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality asked (standard, kind, code, place))
  ${joined(true)} union all ${joined(false)} order by place, uuid`);

/** Reads declared links between categories from the city index. */
export class CategoryLinkReader implements CategoryLinkReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async ofKeys(keys: readonly CategoryKey[], { at, knownAt }: CodeInstants): Promise<readonly (readonly CategoryStep[])[]> {
    const rows = await this.#sql.query<StepRow>(ofKeys, [
      keys.map((key) => key.standard),
      keys.map((key) => key.kind),
      keys.map((key) => key.code),
      at,
      knownAt,
    ]);
    const byKey = groupBy(rows, (row) => row.place);
    return keys.map((_, index) => (byKey.get(index + 1) ?? []).map(stepOf));
  }

  async byUuid(uuid: string): Promise<CategoryStep | null> {
    const [row] = await this.#sql.query<StepRow>(
      `select 0 as place, true as forward, ${columns} from category_link link
         join matter_category start on (start.standard, start.kind, start.code) = (link.from_standard, link.from_kind, link.from_code)
         join matter_category goal on (goal.standard, goal.kind, goal.code) = (link.to_standard, link.to_kind, link.to_code)
        where link.statement_id = $1 order by link.recorded_to desc nulls first limit 1`,
      [uuid],
    );
    return row ? stepOf(row) : null;
  }
}

function stepOf({ place: _, start, goal, forward, relation, ...row }: StepRow): CategoryStep {
  return { ...row, from: start, to: goal, relation: forward ? relation : turned(relation) };
}
