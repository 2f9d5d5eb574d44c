import fc from 'fast-check';

import { apportion } from '../../../src/features/crosswalk/index.js';
import { seeded } from '../../support/geometry/seeded.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((together, one) => together + one, 0);

describe('apportioning a count by weights', () => {
  test('gives what is left to the largest remainders, and the rest to nobody', () => {
    expect(apportion(10, [0.55, 0.25], 0.2)).toEqual([6, 2, 2]);
    expect(apportion(1, [1, 1, 1], 0)).toEqual([1, 0, 0, 0]);
    expect(apportion(7, [0, 0], 0)).toEqual([0, 0, 7]);
    expect(apportion(0, [0.3, 0.7], 0)).toEqual([0, 0, 0]);
  });

  test('gives back what came in, bit for bit, for any of 10,000 partitions, and is off by less than one everywhere', () => {
    const weight = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-12, 1 / 3));
    seeded(
      fc.property(fc.nat(2_000_000), fc.array(weight, { maxLength: 40 }), weight, (total, weights, remainder) => {
        const shares = apportion(total, weights, remainder);
        const all = [...weights, remainder];
        const whole = sum(all);
        const isNear = shares.every((share, at) => whole === 0 || Math.abs(share - total * (all[at]! / whole)) < 1);
        const isCounted = shares.every((share) => Number.isInteger(share) && share >= 0);
        return sum(shares) === total && shares.length === all.length && isCounted && isNear;
      }),
      10_000,
    );
  });

  test('keeps every household when a zoning is moved into another and on into a third', () => {
    const shares = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
    seeded(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 10 }), shares, shares, (counts, first, second) => {
        const moved = (numbers: readonly number[], weights: readonly number[]): readonly number[] =>
          numbers.map((count) => apportion(count, weights, 1)).reduce((all, one) => all.map((total, at) => total + one[at]!));
        expect(sum(moved(moved(counts, first), second))).toBe(sum(counts));
      }),
      1_000,
    );
  });

  test.each([
    ['half a household', 1.5, [1]],
    ['fewer than none', -1, [1]],
    ['a negative share', 3, [-0.1]],
    ['a share that is no number', 3, [Number.NaN]],
  ])('refuses %s', (_, total, weights) => {
    expect(() => apportion(total, weights, 0)).toThrow(/^Expected as/);
  });
});
