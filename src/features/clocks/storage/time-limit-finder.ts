import { prepared } from '../../../database/prepared.js';
import type { Sql } from '../../../kernel/sql.js';
import { commonProcedure, type FoundLimit, type LimitQuestion, type TimeLimits, usualCondition } from '../limits/found-limit.js';
import type { LimitUnit } from '../limits/time-limit.js';

interface FoundRow extends Omit<FoundLimit, 'limit'> {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** The rows that apply to a matter, and how near each comes to it. */
const applying = `with recursive chain (code, steps) as (
    select $5::text, 0 where $5::text is not null
    union all
    select category.parent_code, chain.steps + 1 from chain join matter_category category
        on (category.standard, category.kind, category.code) = ($3, $4, chain.code)
     where category.parent_code is not null and chain.steps < 16),
  applying as (
    select time_limit.*, procedure = '${commonProcedure}' as is_common, coalesce(chain.steps, case when standard is null then 99 else 98 end) as far,
           place.nearness
      from time_limit left join chain on (standard, kind) = ($3, $4) and chain.code = category_code
      left join unnest($6::text[]) with ordinality place (code, nearness) on place.code = division_code
     where recorded_to is null and clock = $2 and procedure in ($1, '${commonProcedure}')
       and (standard is null or (standard, kind) = ($3, $4)) and (category_code is null or chain.code is not null)
       and (division_code is null or place.code is not null) and valid_from <= $7 and (valid_to is null or valid_to > $7))`;

const nearest = `is_common, far, nearness nulls last, valid_from desc, id`;
const columns = `id as "limitId", amount, unit, document as source, condition_key as condition, condition_zh as "conditionZh"`;

/** Finds time limits in the city index, one statement a question. */
export const timeLimitFinder: TimeLimits = {
  async find(sql, { condition, ...question }) {
    const [row] = await sql.query<FoundRow>(
      prepared(`${applying} select ${columns} from applying where condition_key in ($8, '${usualCondition}')
        order by condition_key = '${usualCondition}', ${nearest} limit 1`),
      [...parametersOf(question), condition],
    );
    return row === undefined ? null : foundLimit(row);
  },

  async conditionsOf(sql: Sql, question: LimitQuestion) {
    const rows = await sql.query<FoundRow>(
      prepared(`${applying} select distinct on (condition_key) ${columns} from applying order by condition_key, ${nearest}`),
      parametersOf(question),
    );
    return rows.map(foundLimit);
  },
};

function parametersOf({ procedure, clock, category, divisionCodes, at }: LimitQuestion): readonly unknown[] {
  return [procedure, clock, category?.standard ?? null, category?.kind ?? null, category?.code ?? null, divisionCodes, at];
}

function foundLimit({ amount, unit, ...found }: FoundRow): FoundLimit {
  return { ...found, limit: { amount, unit } };
}
