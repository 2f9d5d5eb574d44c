import { doubtOf, type ReviewedLink, type ReviewedRow, reviewValue } from '../../../../src/features/crosswalk/decisions/review-value.js';

const link = (uuid: string, weight: number, parts: Partial<ReviewedLink> = {}): ReviewedLink => ({
  uuid,
  weight,
  confidence: 1,
  timesTheCut: 1e4,
  ...parts,
});
const row = (parts: Partial<ReviewedRow>): ReviewedRow => ({
  computed: [],
  households: null,
  declared: null,
  seenDifference: 0,
  isMeantToCover: true,
  ...parts,
});
const shares = (weights: Readonly<Record<string, number>>) => new Map(Object.entries(weights));

describe('a row is worth a look', () => {
  test('where a layer that should cover the ground has nothing for it', () => {
    expect(doubtOf(row({}))).toEqual({ reason: 'NO_MATCH', share: 1 });
    expect(doubtOf(row({ isMeantToCover: false }))).toBeNull();
  });

  test('where ground and households disagree, by as much as they disagree', () => {
    const computed = [link('a', 0.6), link('b', 0.4)];
    expect(doubtOf(row({ computed, households: shares({ a: 0.9, b: 0.1 }) }))).toEqual({
      reason: 'BASES_DISAGREE',
      share: expect.closeTo(0.3) as number,
    });
    expect(doubtOf(row({ computed, households: shares({ a: 0.61, b: 0.39 }) }))).toBeNull();
  });

  test('where shares were taken as equal, by what confidence lacks', () => {
    const [half, whole] = [link('a', 0.5, { confidence: 0.5, timesTheCut: null }), link('b', 1, { confidence: 0.5, timesTheCut: null })];
    expect(doubtOf(row({ computed: [half, { ...half, uuid: 'c' }] }))).toEqual({ reason: 'EQUAL_SHARES', share: 0.5 });
    expect(doubtOf(row({ computed: [whole] }))).toBeNull();
  });

  test('where a link is near the sliver bound, the more the nearer', () => {
    const near = (timesTheCut: number) => doubtOf(row({ computed: [link('a', 0.99), link('b', 0.01, { timesTheCut })] }));
    expect(near(2)).toEqual({ reason: 'NEAR_CUT', share: 0.005 });
    expect(near(1)!.share).toBeGreaterThan(near(2)!.share);
    expect(near(10)).toBeNull();
  });

  test('where computing has moved since somebody declared it, and for nothing else then', () => {
    const declared = shares({ a: 1 });
    const standing = (weight: number, seenDifference: number) =>
      doubtOf(row({ computed: [link('a', weight), link('b', 1 - weight)], declared, seenDifference, households: shares({ c: 1 }) }));
    expect(standing(0.6, 0.4)).toBeNull();
    expect(standing(0.3, 0.4)).toEqual({ reason: 'DECLARED_DIFFERS', share: expect.closeTo(0.3) as number });
  });

  test('for its gravest reason', () => {
    const computed = [link('a', 0.5, { confidence: 0.5 }), link('b', 0.5, { confidence: 0.5, timesTheCut: 1 })];
    expect(doubtOf(row({ computed, households: shares({ c: 1 }) }))).toMatchObject({ reason: 'BASES_DISAGREE', share: 1 });
  });
});

test('a decision is worth the households that it might move', () => {
  expect(reviewValue(400, { reason: 'NO_MATCH', share: 1 })).toBe(400);
  expect(reviewValue(400, { reason: 'NEAR_CUT', share: 0.005 })).toBe(2);
});
