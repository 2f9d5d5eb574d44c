import { Parameters } from '../../../database/parameters.js';
import { allOf, scopeCondition } from '../../../database/scope-condition.js';
import { noteCounting } from '../../../kernel/conditional-reads.js';
import type { Scope } from '../../../kernel/scope.js';
import type { MatterQuery } from '../../matters/index.js';
import type { CountedMatters, IndicatorReader as Reader, MomentCounts, MomentWish, OpenCount } from '../ports.js';
import type { FactReading } from './fact-reader.js';
import { momentSql } from './moment-sql.js';
import { calledFor, isWaiting } from './unanswered-sql.js';

type Part = 'OPEN' | 'REPORTED' | 'CLOSED' | 'OBJECTED';

/** A row of {@link momentSql}: counts of one part, of the open matters one for each office. */
interface MomentRow extends OpenCount, CountedMatters {
  readonly part: Part;
  readonly turnsAt: Date | null;
  readonly dayEndsAt: Date;
}

const elementColumns = {
  owner: 'element.department',
  county: 'element.county_code',
  township: 'element.township_code',
  community: 'element.community_code',
  grid: 'element.grid_id',
};

/** Counts what key figures are made of from the city index. */
export class IndicatorReader implements Reader {
  constructor(private readonly parts: FactReading) {}

  async moment(scope: Scope, wish: MomentWish): Promise<MomentCounts> {
    const parameters = new Parameters();
    const text = momentSql({
      wish,
      sight: () => this.parts.sight(scope, wish.query, parameters),
      parameters,
      timeZone: this.parts.timeZone(),
    });
    const rows = await this.parts.sql.query<MomentRow>(text, parameters.values);
    noteCounting(scope, 'MATTERS');
    return momentOf(rows);
  }

  async unanswered(scope: Scope, { query, askedBy }: Pick<MomentWish, 'query' | 'askedBy'>): Promise<CountedMatters> {
    const parameters = new Parameters();
    const [row] = await this.parts.sql.query<CountedMatters>(
      `select count(*)::float8 as count, count(*)::float8 as matters,
              count(*) filter (where matter.sealed and matter.department is distinct from ${parameters.add(askedBy)}::text)::float8 as "sealedOfOthers"
         from (${calledFor}) called join matter on matter.id = called.matter_id
        where ${allOf([isWaiting, this.parts.sight(scope, query, parameters)])}`,
      parameters.values,
    );
    noteCounting(scope, 'MATTERS');
    return row!;
  }

  async elements(scope: Scope, { divisionCodes }: Pick<MatterQuery, 'divisionCodes'>): Promise<number> {
    const parameters = new Parameters();
    const within = divisionCodes === undefined ? [] : [`element.division_code = any(${parameters.add(divisionCodes)})`];
    const condition = allOf([...within, scopeCondition({ scope, dataClass: 'ELEMENTS' }, elementColumns, parameters)]);
    const [row] = await this.parts.sql.query<{ count: number }>(
      `select count(*)::float8 as count from element where ${condition}`,
      parameters.values,
    );
    noteCounting(scope, 'ELEMENTS');
    return row!.count;
  }
}

function momentOf(rows: readonly MomentRow[]): MomentCounts {
  const open = rows.filter(({ part }) => part === 'OPEN');
  const one = (part: Part): MomentRow => rows.find((row) => row.part === part)!;
  const turns = open.flatMap(({ turnsAt }) => turnsAt?.getTime() ?? []);
  return {
    open,
    reportedToday: one('REPORTED'),
    closedToday: one('CLOSED'),
    objectedToday: one('OBJECTED'),
    lightTurnsAt: turns.length === 0 ? null : new Date(Math.min(...turns)),
    dayEndsAt: one('REPORTED').dayEndsAt,
  };
}
