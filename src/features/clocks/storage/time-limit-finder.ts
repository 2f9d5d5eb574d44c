import { prepared } from '../../../database/prepared.js';
import type { Sql } from '../../../kernel/sql.js';
import { commonProcedure, type FoundLimit, type LimitQuestion, type TimeLimits, usualCondition } from '../limits/found-limit.js';
import type { LimitUnit } from '../limits/time-limit.js';

interface FoundRow extends Omit<FoundLimit, 'limit'> {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** The rows that apply to a matter, and how near each comes to it; `asked` names what is asked of it, in the order of {@link parametersOf}. */
const applying = ([
  procedure,
  clock,
  standard,
  kind,
  code,
  divisions,
  at,
]: readonly string[]): string => `with recursive chain (code, steps) as (
    select ${code}::text, 0 where ${code}::text is not null
    union all
    select category.parent_code, chain.steps + 1 from chain join matter_category category
        on (category.standard, category.kind, category.code) = (${standard}, ${kind}, chain.code)
     where category.parent_code is not null and chain.steps < 16),
  applying as (
    select time_limit.*, procedure = '${commonProcedure}' as is_common, coalesce(chain.steps, case when standard is null then 99 else 98 end) as far,
           place.nearness
      from time_limit left join chain on (standard, kind) = (${standard}, ${kind}) and chain.code = category_code
      left join unnest(${divisions}::text[]) with ordinality place (code, nearness) on place.code = division_code
     where recorded_to is null and clock = ${clock} and procedure in (${procedure}, '${commonProcedure}')
       and (standard is null or (standard, kind) = (${standard}, ${kind})) and (category_code is null or chain.code is not null)
       and (division_code is null or place.code is not null) and valid_from <= ${at} and (valid_to is null or valid_to > ${at}))`;

const ofParameters = applying(['$1', '$2', '$3', '$4', '$5', '$6', '$7']);
const ofAsked = applying(
  ['procedure', 'clock', 'standard', 'kind', 'code', `string_to_array(asked.divisions, ',')`, 'at'].map((name) =>
    name.includes('.') ? name : `asked.${name}`,
  ),
);

const nearest = `is_common, far, nearness nulls last, valid_from desc, id`;
const columns = `id as "limitId", amount, unit, document as source, condition_key as condition, condition_zh as "conditionZh"`;

/** Finds time limits in the city index, one statement a question. */
export const timeLimitFinder: TimeLimits = {
  async find(sql, { condition, ...question }) {
    const [row] = await sql.query<FoundRow>(
      prepared(`${ofParameters} select ${columns} from applying where condition_key in ($8, '${usualCondition}')
        order by condition_key = '${usualCondition}', ${nearest} limit 1`),
      [...parametersOf(question), condition],
    );
    return row === undefined ? null : foundLimit(row);
  },

  async findAll(sql, questions) {
    if (questions.length === 0) return [];
    const rows = await sql.query<FoundRow>(
      `select found.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[])
         with ordinality asked (procedure, clock, standard, kind, code, divisions, at, condition, nth)
         left join lateral (${ofAsked} select ${columns} from applying where condition_key in (asked.condition, '${usualCondition}')
           order by condition_key = '${usualCondition}', ${nearest} limit 1) found on true
        order by asked.nth`,
      inColumns(questions),
    );
    return rows.map((row) => (row.limitId === null ? null : foundLimit(row)));
  },

  async conditionsOf(sql: Sql, question: LimitQuestion) {
    const rows = await sql.query<FoundRow>(
      prepared(`${ofParameters} select distinct on (condition_key) ${columns} from applying order by condition_key, ${nearest}`),
      parametersOf(question),
    );
    return rows.map(foundLimit);
  },
};

type Asked = LimitQuestion & { readonly condition: string };

function inColumns(questions: readonly Asked[]): readonly (readonly unknown[])[] {
  const rows = questions.map(({ condition, ...question }) => {
    const [procedure, clock, standard, kind, code, , at] = parametersOf(question);
    return [procedure, clock, standard, kind, code, question.divisionCodes.join(','), at, condition];
  });
  return rows[0]!.map((_, column) => rows.map((row) => row[column]));
}

function parametersOf({ procedure, clock, category, divisionCodes, at }: LimitQuestion): readonly unknown[] {
  return [procedure, clock, category?.standard ?? null, category?.kind ?? null, category?.code ?? null, divisionCodes, at];
}

function foundLimit({ amount, unit, ...found }: FoundRow): FoundLimit {
  return { ...found, limit: { amount, unit } };
}
