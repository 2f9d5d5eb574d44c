import { conservationError, conserved, isConserved } from '../../../src/features/crosswalk/conservation.js';

const whole = { linked: 0.7, omitted: 0.1, uncovered: 0.3, doubleCover: 0.1 };

describe('the law of conservation', () => {
  test('lets shares pass that account for the whole unit', () => {
    expect(conserved(whole, 'a/layer 1', 'b/layer')).toBe(whole);
    expect(Math.abs(conservationError(whole))).toBeLessThan(1e-15);
  });

  test('forgives a billionth and no more', () => {
    expect(isConserved({ ...whole, linked: 0.7 + 0.9e-9 })).toBe(true);
    expect(isConserved({ ...whole, linked: 0.7 + 1.1e-9 })).toBe(false);
  });

  test('refuses negative shares and shares that are no numbers', () => {
    expect(isConserved({ linked: 1.5, omitted: 0, uncovered: -0.5, doubleCover: 0 })).toBe(false);
    expect(isConserved({ ...whole, omitted: NaN })).toBe(false);
  });

  test('names the unit and the layer of a cover that does not add up', () => {
    const broken = { ...whole, uncovered: 0.2 };
    expect(() => conserved(broken, 'a/layer 17', 'b/layer')).toThrow(
      expect.objectContaining({ code: 'INTERNAL', fault: 'ours', details: { unit: 'a/layer 17', layer: 'b/layer', ...broken } }) as Error,
    );
  });
});
