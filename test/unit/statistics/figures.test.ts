import { rowsOf } from '../../../src/features/statistics/figures/make-rows.js';
import { MatterFigures, type StatisticsWish } from '../../../src/features/statistics/figures/matter-statistics.js';
import { sourceOf } from '../../../src/features/statistics/metrics/fact.js';
import { metricDefinitions } from '../../../src/features/statistics/metrics/metric-definitions.js';
import type { FactRow, FactWish } from '../../../src/features/statistics/ports.js';
import { aScope } from '../../support/access/a-scope.js';

const clock = { now: () => new Date('2026-11-22T04:00:00Z') };
const scope = aScope();

const group = (keys: readonly (string | null)[], facts: FactRow['facts'], rest: Partial<FactRow> = {}): FactRow => ({
  ...{ keys, facts, matters: 10, sealedOfOthers: 0 },
  ...rest,
});

const wish: StatisticsWish = {
  ...{ query: {}, period: { from: null, to: null }, groupBy: ['OFFICE'], layer: null },
  ...{ metrics: ['ON_TIME_RATE'], compare: null, askedBy: null },
};

/** Figures over groups that the test gives, and the wishes that they were asked by. */
function figuresOver(groups: (asked: FactWish) => readonly FactRow[]): { readonly figures: MatterFigures; readonly asked: FactWish[] } {
  const asked: FactWish[] = [];
  const facts = {
    groups: (_scope: unknown, one: FactWish) => {
      asked.push(one);
      return Promise.resolve(groups(one));
    },
  };
  return { figures: new MatterFigures({ facts, clock }), asked };
}

describe('the figures of a group', () => {
  test('name numerator and denominator, and divide nothing by nothing', () => {
    const [some, none] = rowsOf({
      ...{ groupBy: ['OFFICE'], metrics: ['ON_TIME_RATE', 'OVERDUE', 'MEDIAN_HOURS'], compared: null },
      groups: [group(['A'], { handledInTime: 3, dueForHandling: 4, overdue: 1, medianHours: 7.5 }), group([null], {})],
    });
    expect(some!.values).toEqual([
      expect.objectContaining({ metric: 'ON_TIME_RATE', numerator: 3, denominator: 4, value: 0.75 }),
      expect.objectContaining({ metric: 'OVERDUE', numerator: 1, denominator: null, value: 1 }),
      expect.objectContaining({ metric: 'MEDIAN_HOURS', numerator: null, denominator: null, value: 7.5 }),
    ]);
    expect(none!.keys).toEqual([{ grouping: 'OFFICE', key: null }]);
    expect(none!.values.map(({ value }) => value)).toEqual([null, 0, null]);
  });

  test('tell nothing of fewer than three matters where another office’s sealed one is among them', () => {
    const groups = [
      group(['A'], { overdue: 2 }, { matters: 2, sealedOfOthers: 1 }),
      group(['B'], { overdue: 2 }, { matters: 3, sealedOfOthers: 1 }),
      group(['C'], { overdue: 2 }, { matters: 2 }),
      group(['D'], { overdue: 2 }, { matters: 9 }),
    ];
    const rows = rowsOf({ groupBy: ['OFFICE'], metrics: ['OVERDUE'], groups, compared: { by: 'YEAR_OVER_YEAR', groups } });
    expect(rows.map(({ matters, isSuppressed }) => [matters, isSuppressed])).toEqual([
      [null, true],
      [3, false],
      // The smallest beside it: the total less the others would tell it.
      [null, true],
      [9, false],
    ]);
    expect(rows.map(({ values: [overdue] }) => [overdue!.value, overdue!.comparison])).toEqual([
      [null, null],
      [2, 2],
      [null, null],
      [2, 2],
    ]);
  });

  test('are compared with the same group a month earlier, a day with the same day of that month', () => {
    const rows = rowsOf({
      ...{ groupBy: ['DAY', 'OFFICE'], metrics: ['REPORTED'] },
      groups: [group(['2026-03-30', null], { reported: 5 }), group(['2026-03-05', 'A'], { reported: 6 })],
      compared: { by: 'MONTH_OVER_MONTH', groups: [group([null, null], { reported: 9 }), group(['2026-02-05', 'A'], { reported: 4 })] },
    });
    expect(rows.map(({ values: [reported] }) => [reported!.comparison, reported!.change, reported!.changeShare])).toEqual([
      [null, null, null],
      [4, 2, 0.5],
    ]);
  });
});

describe('a question for figures', () => {
  test('asks the compared period as it stood the same time ago', async () => {
    const { figures, asked } = figuresOver(() => []);
    const told = await figures.statistics(scope, { ...wish, period: { from: '2026-11-01', to: '2026-12-01' }, compare: 'YEAR_OVER_YEAR' });
    expect(told.comparedPeriod).toEqual({ from: '2025-11-01', to: '2025-12-01' });
    expect(asked.map(({ asOf, period }) => [asOf.toISOString(), period.from])).toEqual([
      ['2026-11-22T04:00:00.000Z', '2026-11-01'],
      ['2025-11-22T04:00:00.000Z', '2025-11-01'],
    ]);
  });

  test('is refused with three groupings, one twice, or units of no layer', async () => {
    const { figures } = figuresOver(() => []);
    for (const groupBy of [['DAY', 'OFFICE', 'STATE'], ['DAY', 'DAY'], ['UNIT']] as const)
      await expect(figures.statistics(scope, { ...wish, groupBy })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('is refused, not cut, when its answer has too many groups', async () => {
    const { figures } = figuresOver(({ limit }) => Array.from({ length: limit + 1 }, (_, nth) => group([String(nth)], {})));
    await expect(figures.statistics(scope, wish)).rejects.toMatchObject({ code: 'LIMIT', details: { limit: 5_000 } });
  });
});

describe('the definitions of metrics', () => {
  test('name facts that are read, a formula in both languages and a source', () => {
    for (const { numerator, denominator, formulaZh, formulaEn, source } of metricDefinitions) {
      expect([numerator, denominator ?? 'reported'].map(sourceOf)).not.toContain(undefined);
      expect([formulaZh, formulaEn, source].every((text) => text.length > 0)).toBe(true);
      if (denominator !== null) expect([formulaZh, formulaEn].every((text) => text.includes('÷'))).toBe(true);
    }
  });

  test('say which denominators have to be confirmed on site', () => {
    const local = metricDefinitions.filter(({ isConfirmedLocally }) => isConfirmedLocally).map(({ metric }) => metric);
    expect(local).toEqual(['RESPONSE_RATE', 'CALLBACK_RESPONSE_RATE', 'RESOLUTION_RATE', 'SATISFACTION_RATE']);
  });
});
