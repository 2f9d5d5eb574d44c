import { checkWhole } from '../../../src/features/lineage/lineage-contradiction.js';

const step = (fromUuid: string, toUuid: string, weight: number, inverseWeight = 1, effectiveOn = '2023-01-01') => ({
  fromUuid,
  toUuid,
  weight,
  inverseWeight,
  effectiveOn,
});

describe('a declared step', () => {
  test('beside others passes as long as no unit gives or takes more than the whole on one day', () => {
    expect(() => checkWhole(step('a', 'b', 0.5), [step('a', 'c', 0.5)])).not.toThrow();
    expect(() => checkWhole(step('a', 'b', 1), [step('a', 'c', 1, 1, '2020-01-01')])).not.toThrow();
    expect(() => checkWhole(step('a', 'b', 1), [step('a', 'b', 1), step('a', 'a', 1)])).not.toThrow();
  });

  test('that gives a unit away twice is refused', () => {
    expect(() => checkWhole(step('a', 'b', 1), [step('a', 'c', 1)])).toThrow(/add up to 1/);
  });

  test('that makes a unit of more than there is of it is refused', () => {
    expect(() => checkWhole(step('a', 'b', 1, 0.6), [step('z', 'b', 1, 0.5)])).toThrow(/add up to 1/);
  });
});
