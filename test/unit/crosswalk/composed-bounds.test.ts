import type { GridLink } from '../../../src/features/crosswalk/index.js';
import { composedBounds, type Way } from '../../../src/features/crosswalk/resolve/composed-bounds.js';

interface Parts {
  readonly weight?: number;
  readonly inverseWeight?: number;
  readonly size?: number | null;
  readonly bounds?: readonly [low: number, high: number];
  readonly linkWeight: number;
  readonly basis?: GridLink['basis'];
}

function way({ weight = 1, inverseWeight = 1, size = weight / inverseWeight, bounds, linkWeight, basis = 'AREA' }: Parts): Way {
  const grid = {} as GridLink['grid'];
  const between = bounds ? { low: bounds[0], high: bounds[1] } : null;
  return {
    successor: { grid, weight, inverseWeight, size, bounds: between, areaM2: null, basis: 'AREA', since: '2020-01-01' },
    link: { grid, weight: linkWeight, inverseWeight: 1, areaM2: null, basis, confidence: 1, validFrom: '2020-01-01', validTo: null },
  };
}

describe('the bounds of a retired unit’s share in another unit', () => {
  test('are exact where the unit was only recoded', () => {
    expect(composedBounds([way({ linkWeight: 0.3 })])).toEqual({ low: 0.3, high: 0.3 });
    expect(composedBounds([way({ linkWeight: 0.3, basis: 'HOUSEHOLDS' })])).toEqual({ low: 0.3, high: 0.3 });
  });

  test('are Fréchet’s where the successor holds other ground, too', () => {
    // The successor is twice as large; half of it, as much as the whole retired unit, lies in the other.
    expect(composedBounds([way({ inverseWeight: 0.5, linkWeight: 0.5 })])).toEqual({ low: 0, high: 1 });
    expect(composedBounds([way({ inverseWeight: 0.8, linkWeight: 0.5 })]).low).toBeCloseTo(0.375, 12);
  });

  test('promise nothing by a size that statements disagree about', () => {
    expect(composedBounds([way({ weight: 0.5, inverseWeight: 1, size: null, bounds: [0, 1], linkWeight: 0.1 })])).toEqual({
      low: 0,
      high: 1,
    });
  });

  test('of households are open where ground was divided: a tenth of the ground may hold them all', () => {
    expect(composedBounds([way({ weight: 0.1, linkWeight: 1, basis: 'HOUSEHOLDS' })])).toEqual({ low: 0, high: 1 });
    expect(composedBounds([way({ inverseWeight: 0.5, linkWeight: 0.5, basis: 'ADDRESS' })])).toEqual({ low: 0, high: 1 });
  });

  test('are whole, whatever is counted, where every successor lies in the other unit', () => {
    const halves = [0.25, 0.75].map((weight) => way({ weight, linkWeight: 1, basis: 'HOUSEHOLDS' }));
    expect(composedBounds(halves)).toEqual({ low: 1, high: 1 });
  });
});
