import type { Sql } from '../../../kernel/sql.js';
import type { LimitQuery, LimitReadModel, LimitRow } from '../limits/limit-row.js';

const wanted = `($1::text[] is null or procedure = any($1)) and ($2::text[] is null or clock = any($2)) and ($3::text is null or standard = $3)
  and ($4::text is null or kind = $4) and ($5::text[] is null or category_code = any($5)) and ($6::text[] is null or division_code = any($6))
  and valid_from <= $7 and (valid_to is null or valid_to > $7)
  and (case when $8::timestamptz is null then recorded_to is null
            else recorded_from <= $8 and (recorded_to is null or recorded_to > $8) end)`;

const columns = `id as uuid, procedure, clock, standard, kind, category_code as "categoryCode", division_code as "divisionCode",
  condition_key as condition, condition_zh as "conditionZh", amount, unit, document, valid_from::text as "validFrom",
  valid_to::text as "validTo"`;

/** Lists time limits from the city index. */
export class TimeLimitReader implements LimitReadModel {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async page({ query, first, after }: Parameters<LimitReadModel['page']>[0]): ReturnType<LimitReadModel['page']> {
    const rows = await this.#sql.query<LimitRow>(
      `select ${columns} from time_limit where ${wanted} and ($9::uuid is null or id > $9) order by id limit $10`,
      [...parametersOf(query), after, first + 1],
    );
    return { rows: rows.slice(0, first), hasMore: rows.length > first };
  }

  async count(query: LimitQuery): Promise<number> {
    const [row] = await this.#sql.query<{ total: number }>(
      `select count(*)::int as total from time_limit where ${wanted}`,
      parametersOf(query),
    );
    return row!.total;
  }
}

function parametersOf(query: LimitQuery): readonly unknown[] {
  const { procedures, clocks, standard, kind, categoryCodes, divisionCodes, at, knownAt } = query;
  return [procedures ?? null, clocks ?? null, standard ?? null, kind ?? null, categoryCodes ?? null, divisionCodes ?? null, at, knownAt];
}
