import { CityError } from '../../../kernel/city-error.js';
import type { Clock } from '../../../kernel/clock.js';
import type { DepartmentCode, LayerKey } from '../../../kernel/ids.js';
import type { Scope } from '../../../kernel/scope.js';
import type { MatterQuery } from '../../matters/index.js';
import type { MatterMetric } from '../metrics/metric-definition.js';
import type { FactReader, FactRow, FactWish } from '../ports.js';
import type { MatterGrouping } from './grouping.js';
import { factsOf, rowsOf } from './make-rows.js';
import { checkedPeriod, comparedPeriod, type Comparison, instantShifted, type Period } from './period.js';
import type { StatisticsRow } from './statistics-row.js';

/** Figures about matters, grouped. */
export interface StatisticsWish {
  readonly query: MatterQuery;
  readonly period: Period;
  readonly groupBy: readonly MatterGrouping[];
  readonly layer: LayerKey | null;
  readonly metrics: readonly MatterMetric[];
  readonly compare: Comparison | null;
  readonly askedBy: DepartmentCode | null;
}

/** The answer to a {@link StatisticsWish}. */
export interface MatterStatistics {
  readonly period: Period;
  /** Null where nothing is compared. */
  readonly comparedPeriod: Period | null;
  readonly asOf: Date;
  readonly rows: readonly StatisticsRow[];
}

/** Most groupings of one question. */
export const mostGroupings = 2;
/** Most groups of one answer. */
export const mostGroups = 5_000;

/**
 * Answers figures about the matters reported in a period, exactly: every matter is counted, whatever the groups. What is compared is seen as
 * it stood the same time ago, so that an unfinished month meets an unfinished month.
 */
export class MatterFigures {
  constructor(private readonly parts: { readonly facts: FactReader; readonly clock: Clock }) {}

  /** Throws `BAD_USER_INPUT` for a question beyond its bounds and `LIMIT` for an answer of too many groups. */
  async statistics(scope: Scope, wish: StatisticsWish): Promise<MatterStatistics> {
    const asOf = this.parts.clock.now();
    checkGroupings(wish);
    const period = checkedPeriod(wish.period);
    const { compare } = wish;
    const earlier = compare === null ? null : comparedPeriod(period, compare);
    const facts = { ...wish, facts: factsOf(wish.metrics), limit: mostGroups };
    const [groups, before] = await Promise.all([
      this.#groups(scope, { ...facts, period, asOf }),
      compare === null || earlier === null
        ? null
        : this.#groups(scope, { ...facts, period: earlier, asOf: instantShifted(asOf, compare) }).then((found) => ({
            by: compare,
            groups: found,
          })),
    ]);
    return { period, comparedPeriod: earlier, asOf, rows: rowsOf({ ...wish, groups, compared: before }) };
  }

  async #groups(scope: Scope, wish: FactWish): Promise<readonly FactRow[]> {
    const groups = await this.parts.facts.groups(scope, wish);
    if (groups.length > mostGroups) throw tooManyGroups(wish.groupBy);
    return groups;
  }
}

function checkGroupings({ groupBy, layer }: StatisticsWish): void {
  if (groupBy.length > mostGroupings || new Set(groupBy).size < groupBy.length)
    throw badGrouping(`at most ${mostGroupings} different groupings`, `至多 ${mostGroupings} 个互不相同的分组`, groupBy.join(', '));
  if (groupBy.includes('UNIT') && layer === null) throw badGrouping('a layer beside UNIT', 'UNIT 须同时给出 layer', 'none');
}

function badGrouping(expected: string, expectedZh: string, received: string): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `groupBy: expected ${expected}, got ${received}.`,
    messageZh: `groupBy：${expectedZh}，收到 ${received}。`,
  });
}

function tooManyGroups(groupBy: readonly MatterGrouping[]): CityError {
  return new CityError({
    code: 'LIMIT',
    message: `Expected at most ${mostGroups} groups by ${groupBy.join(' and ')}, got more.`,
    messageZh: `按 ${groupBy.join('、')} 分组至多 ${mostGroups} 组，实际更多。`,
    hint: 'Narrow where or period, or group by a wider division or a longer time. 请缩小条件或时段，或改用更粗的分组。',
    details: { limit: mostGroups },
  });
}
