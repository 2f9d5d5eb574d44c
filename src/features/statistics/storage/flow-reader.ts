import { Parameters } from '../../../database/parameters.js';
import { allOf, anyOf, scopeCondition } from '../../../database/scope-condition.js';
import { noteCounting } from '../../../kernel/conditional-reads.js';
import type { Scope } from '../../../kernel/scope.js';
import type { Period } from '../figures/period.js';
import type { KeptQuestion } from '../funnel/kept-question.js';
import type { FewWish, FlowCell, FlowReader as Reader, FlowWish } from '../ports.js';
import type { FactReading } from './fact-reader.js';
import { periodSql } from './period-sql.js';

/** Reads the flow of matters from the city index. */
export class FlowReader implements Reader {
  constructor(private readonly parts: FactReading) {}

  keepsDays(scope: Scope, { departments, places }: KeptQuestion): boolean {
    return departments === null && places === null && flowScope(scope, new Parameters()) === 'true';
  }

  ofDays(scope: Scope, period: Period): Promise<readonly FlowCell[]> {
    return this.#kept(scope, (parameters) => ({ grain: 'DAY', condition: daysSql(period, parameters) }));
  }

  ofMonths(scope: Scope, question: KeptQuestion, period: Period): Promise<readonly FlowCell[]> {
    return this.#kept(scope, (parameters) => ({
      // Without a question for offices, sums of all of them are fewer rows to read.
      grain: question.departments === null && scope.readings.MATTERS.owners === null ? 'TOWNSHIP_MONTH' : 'OFFICE_MONTH',
      condition: allOf([daysSql(period, parameters), questionSql(question, parameters), flowScope(scope, parameters)]),
    }));
  }

  async ofHistories(scope: Scope, { query, period, limit }: FlowWish): Promise<readonly FlowCell[] | null> {
    const parameters = new Parameters();
    const cells = await this.#query<FlowCell & { tooMany: boolean }>(
      `with wanted as materialized (
         select matter.id from matter cross join (select ${parameters.add(this.parts.timeZone())}::text as time_zone) now_
          where ${allOf([this.parts.sight(scope, query, parameters), periodSql('matter.reported_at', period, { parameters, timeZone: 'now_.time_zone' })])}
          limit ${parameters.add(limit + 1)}),
       staged as (
         select matter_id, version, occurred_at, matter_stage(to_state) as stage,
                lag(matter_stage(to_state)) over (partition by matter_id order by version) as left_stage
           from matter_transition where matter_id in (select id from wanted) and (select count(*) from wanted) <= ${parameters.add(limit)}),
       visits as (
         select stage, left_stage, matter_flow_bucket(occurred_at - lag(occurred_at) over (partition by matter_id order by version)) as spent
           from staged where left_stage is distinct from stage)
       select stage, -1 as bucket, count(*)::float8 as count, false as "tooMany" from visits group by stage
        union all
       select left_stage, spent, count(*)::float8, false from visits where left_stage is not null group by left_stage, spent
        union all
       select 'ENDED', -1, 0, true from wanted having count(*) > ${parameters.add(limit)}`,
      parameters,
    );
    noteCounting(scope, 'MATTERS');
    return cells.some(({ tooMany }) => tooMany) ? null : cells;
  }

  async fewMatters(scope: Scope, wish: FewWish): ReturnType<Reader['fewMatters']> {
    const parameters = new Parameters();
    const [row] = await this.#query<{ matters: number; sealedOfOthers: number }>(
      `select count(*)::int as matters,
              count(*) filter (where sealed and department is distinct from ${parameters.add(wish.askedBy)}::text)::int as "sealedOfOthers"
         from (select matter.sealed, matter.department
                 from matter cross join (select ${parameters.add(this.parts.timeZone())}::text as time_zone) now_
                where ${allOf([this.parts.sight(scope, wish.query, parameters), periodSql('matter.reported_at', wish.period, { parameters, timeZone: 'now_.time_zone' })])}
                limit ${parameters.add(wish.limit)}) few`,
      parameters,
    );
    return row!;
  }

  /** What is folded and what is not yet, in one statement: the sum of both is exact at every instant. */
  async #kept(
    scope: Scope,
    wish: (parameters: Parameters) => { readonly grain: string; readonly condition: string },
  ): Promise<readonly FlowCell[]> {
    const parameters = new Parameters();
    const { grain, condition } = wish(parameters);
    const cells = await this.#query<FlowCell>(
      `select stage, bucket, sum(n)::float8 as count from (
         select stage, bucket, n from matter_flow flow where grain = '${grain}' and ${condition}
          union all
         select left_stage, bucket, n from matter_flow_delta flow where left_stage <> '' and ${condition}
          union all
         select entered_stage, -1, n from matter_flow_delta flow where ${condition}) cells
        group by stage, bucket`,
      parameters,
    );
    noteCounting(scope, 'MATTERS');
    return cells;
  }

  #query<Row extends object>(text: string, { values }: Parameters): Promise<readonly Row[]> {
    return this.parts.sql.query<Row>(text, values);
  }
}

function flowScope(scope: Scope, parameters: Parameters): string {
  return scopeCondition(
    { scope, dataClass: 'MATTERS' },
    {
      owner: `nullif(flow.department, '')`,
      ...{ county: 'flow.county_code', township: 'flow.township_code' },
      // Never asked: a scope by communities or grids is answered from histories.
      ...{ community: 'null', grid: 'null' },
    },
    parameters,
  );
}

function daysSql({ from, to }: Period, parameters: Parameters): string {
  return allOf([
    ...(from === null ? [] : [`flow.day >= ${parameters.add(from)}::date`]),
    ...(to === null ? [] : [`flow.day < ${parameters.add(to)}::date`]),
  ]);
}

function questionSql({ departments, places }: KeptQuestion, parameters: Parameters): string {
  return allOf([
    departments === null ? 'true' : `flow.department = any(${parameters.add(departments)}::text[])`,
    places === null
      ? 'true'
      : anyOf([
          `flow.township_code = any(${parameters.add(places.townships)}::text[])`,
          `(flow.township_code = '' and flow.county_code = any(${parameters.add(places.counties)}::text[]))`,
        ]),
  ]);
}
