import fc from 'fast-check';

import { DivisionTree } from '../../../src/features/divisions/index.js';
import { bucketOf, medianError, medianSeconds } from '../../../src/features/statistics/funnel/histogram.js';
import { keptQuestion } from '../../../src/features/statistics/funnel/kept-question.js';
import { FunnelBook } from '../../../src/features/statistics/funnel/loop-funnel.js';
import { splitPeriod } from '../../../src/features/statistics/funnel/split-period.js';
import type { FlowCell, FlowReader } from '../../../src/features/statistics/ports.js';
import { groupBy } from '../../../src/kernel/group-by.js';
import { aScope } from '../../support/access/a-scope.js';
import { seeded } from '../../support/geometry/seeded.js';

const division = (code: string, level: 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'COMMUNITY', parentCode: string | null) => ({
  ...{ code, level, parentCode, name: code, kind: 'X', validFrom: '2000-01-01', validTo: null },
});
const divisions = new DivisionTree([
  division('city', 'CITY', null),
  division('county', 'COUNTY', 'city'),
  division('north', 'TOWNSHIP', 'county'),
  division('north-1', 'COMMUNITY', 'north'),
  division('south', 'TOWNSHIP', 'county'),
]);
const scope = aScope();

describe('the histogram of durations', () => {
  test('tells the median within the error that it states', () => {
    seeded(
      fc.property(fc.array(fc.double({ min: 1, max: 4e8, noNaN: true }), { minLength: 1, maxLength: 200 }), (seconds) => {
        const buckets = [...groupBy(seconds, bucketOf)].map(([bucket, of]) => ({ bucket, count: of.length }));
        const exact = [...seconds].sort((a, b) => a - b)[Math.ceil(seconds.length / 2) - 1]!;
        expect(Math.abs(medianSeconds(buckets)! - exact) / exact).toBeLessThanOrEqual(medianError + 1e-9);
      }),
      500,
    );
    expect(medianError).toBeLessThan(0.05);
  });

  test('has no median of nothing', () => {
    expect(medianSeconds([])).toBeNull();
    expect(medianSeconds([{ bucket: 3, count: 0 }])).toBeNull();
  });
});

describe('a period of the funnel', () => {
  test('is split into whole months and what is left at its ends, nothing twice and nothing missing', () => {
    expect(splitPeriod({ from: '2026-01-31', to: '2026-03-02' })).toEqual({
      months: { from: '2026-02-01', to: '2026-03-01' },
      edges: [
        { from: '2026-01-31', to: '2026-02-01' },
        { from: '2026-03-01', to: '2026-03-02' },
      ],
    });
    expect(splitPeriod({ from: '2026-01-02', to: '2026-01-30' })).toEqual({
      months: null,
      edges: [{ from: '2026-01-02', to: '2026-01-30' }],
    });
    expect(splitPeriod({ from: '2025-12-31', to: '2026-01-02' }).months).toBeNull();
    expect(splitPeriod({ from: '2026-01-01', to: '2027-01-01' })).toEqual({ months: { from: '2026-01-01', to: '2027-01-01' }, edges: [] });
    expect(splitPeriod({ from: null, to: null })).toEqual({ months: { from: null, to: null }, edges: [] });
  });
});

describe('what the kept flow answers', () => {
  test('are offices and whole townships', () => {
    expect(keptQuestion(scope, { departments: ['RED'], divisionCodes: ['north', 'north-1'] }, divisions)).toEqual({
      departments: ['RED'],
      places: { counties: [], townships: ['north'] },
    });
    expect(keptQuestion(scope, { divisionCodes: divisions.codesWithin('county') }, divisions)!.places).toEqual({
      counties: ['county'],
      townships: ['north', 'south'],
    });
  });

  test('are not parts of townships, other conditions, or scopes by community, grid or assignment', () => {
    for (const divisionCodes of [['north'], ['north-1'], ['county', 'north', 'north-1'], ['city'], ['unheard']])
      expect(keptQuestion(scope, { divisionCodes }, divisions)).toBeNull();
    expect(keptQuestion(scope, { states: ['CLOSED'] }, divisions)).toBeNull();
    expect(keptQuestion(aScope({ gridUuids: [] }), {}, divisions)).toBeNull();
    expect(keptQuestion(aScope({ organisation: 'O' }), {}, divisions)).toBeNull();
    expect(keptQuestion(aScope({ sealedHidden: ['PETITION'] }), {}, divisions)).toBeNull();
    expect(keptQuestion(aScope({ jurisdiction: { counties: [], townships: [], communities: ['north-1'] } }), {}, divisions)).toBeNull();
  });
});

describe('the funnel', () => {
  const cells: readonly FlowCell[] = [
    { stage: 'REPORTED', bucket: -1, count: 20 },
    { stage: 'REPORTED', bucket: bucketOf(7_200), count: 18 },
    { stage: 'HANDLING', bucket: -1, count: 18 },
    { stage: 'HANDLING', bucket: bucketOf(36_000), count: 11 },
    { stage: 'CLOSED', bucket: -1, count: 11 },
  ];
  const over = (given: readonly FlowCell[], few = { matters: 3, sealedOfOthers: 0 }): FunnelBook =>
    new FunnelBook({
      keepsDays: () => true,
      ofDays: () => Promise.resolve(given),
      fewMatters: () => Promise.resolve(few),
    } as unknown as FlowReader);
  const wish = { query: {}, period: { from: null, to: null }, divisions, askedBy: null };

  test('tells of every stage what entered, left and is in it, how long it took and where it is stuck', async () => {
    const { stages, stuckAt } = await over(cells).funnel(scope, wish);
    const [reported, handling, closed] = ['REPORTED', 'HANDLING', 'CLOSED'].map((name) => stages.find(({ stage }) => stage === name)!);
    expect([reported!.entered, reported!.left, reported!.present]).toEqual([20, 18, 2]);
    expect(Math.abs(handling!.medianHours! - 10)).toBeLessThan(10 * medianError);
    expect([closed!.present, closed!.medianHours]).toEqual([11, null]);
    expect(stuckAt).toBe('HANDLING');
  });

  test('tells nothing of fewer than three matters with a sealed one of another office', async () => {
    const one = [{ stage: 'REPORTED', bucket: -1, count: 1 }] as const;
    expect(await over(one, { matters: 1, sealedOfOthers: 1 }).funnel(scope, wish)).toMatchObject({
      isSuppressed: true,
      stages: [],
      stuckAt: null,
    });
    expect(await over(one, { matters: 1, sealedOfOthers: 0 }).funnel(scope, wish)).toMatchObject({ isSuppressed: false });
  });
});
