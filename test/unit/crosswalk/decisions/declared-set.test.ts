import { checkShares, differenceOf, inverseOf, type StatedShares } from '../../../../src/features/crosswalk/decisions/declared-set.js';

const stated = (weights: readonly number[], parts: Partial<StatedShares> = {}): StatedShares => ({
  weights: weights.map((weight) => ({ weight, inverseWeight: null })),
  remainder: 0,
  doubleCover: 0,
  restAsComputed: false,
  ...parts,
});
const refusal = (shares: StatedShares): string => {
  try {
    checkShares(shares);
    return 'passed';
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'BAD_USER_INPUT' });
    return (thrown as Error).message;
  }
};

describe('the shares of a set', () => {
  test('pass where they account for the whole unit', () => {
    expect(refusal(stated([0.7, 0.2], { remainder: 0.1 }))).toBe('passed');
    expect(refusal(stated([0.7, 0.5], { doubleCover: 0.2 }))).toBe('passed');
    expect(refusal(stated([], { remainder: 1 }))).toBe('passed');
    expect(refusal(stated(new Array<number>(10).fill(0.1)))).toBe('passed');
    expect(refusal(stated([0.3], { remainder: null, restAsComputed: true }))).toBe('passed');
  });

  test('are refused with their sum where they do not', () => {
    expect(refusal(stated([0.7], { remainder: 0.1 }))).toContain('got 0.7999');
    expect(refusal(stated([1], { remainder: 1.1e-9 }))).toContain('expected 1 ±');
    expect(refusal(stated([1], { remainder: 0.9e-9 }))).toBe('passed');
    expect(refusal(stated([0.7, 0.7], { remainder: null, restAsComputed: true }))).toContain('1.4');
    expect(refusal(stated([], { remainder: null, restAsComputed: true }))).toContain('one or more');
  });

  test.each([0, -0.5, 1.5, NaN, Infinity])('refuse %p as a weight, an inverse weight or a remainder', (bad) => {
    expect(refusal(stated([bad]))).toContain(`got ${bad}`);
    expect(refusal(stated([1], { weights: [{ weight: 1, inverseWeight: bad }] }))).toContain(`inverseWeight: expected a share above 0`);
    if (bad !== 0) expect(refusal(stated([1], { remainder: bad }))).toContain(`remainder: expected a share between 0 and 1, got ${bad}`);
  });

  test('name the remainder or leave the rest to computing, one of the two', () => {
    expect(refusal(stated([1], { remainder: null }))).toContain('either');
    expect(refusal(stated([1], { restAsComputed: true }))).toContain('either');
  });
});

test('an inverse weight follows from both areas, and equals the weight where one is unknown', () => {
  expect(inverseOf(0.5, 200, 400)).toBe(0.25);
  expect(inverseOf(0.5, 400, 100)).toBe(1);
  expect(inverseOf(0.5, null, 400)).toBe(0.5);
  expect(inverseOf(0.5, 200, null)).toBe(0.5);
});

test('the difference of two rows is 0 where they say the same and 1 where they have nothing in common', () => {
  const row = (shares: Readonly<Record<string, number>>) => new Map(Object.entries(shares));
  expect(differenceOf(row({ a: 0.6, b: 0.4 }), row({ b: 0.4, a: 0.6 }))).toBe(0);
  expect(differenceOf(row({ a: 1 }), row({ b: 1 }))).toBe(1);
  expect(differenceOf(row({ a: 0.6, b: 0.4 }), row({ a: 1 }))).toBeCloseTo(0.4);
});
