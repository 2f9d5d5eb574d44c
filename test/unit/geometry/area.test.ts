import fc from 'fast-check';

import { areaM2, planarArea, signedRingArea } from '../../../src/geometry/area.js';
import { joinParts, ringAt } from '../../../src/geometry/rings.js';
import { seeded } from '../../support/geometry/seeded.js';
import { jitteredTiles, polygon, square } from '../../support/geometry/shapes.js';

describe('areas', () => {
  test('of a ring are positive counter-clockwise and negative clockwise', () => {
    expect(signedRingArea(ringAt(polygon(square(5, 5, 4)), 0))).toBe(16);
    expect(signedRingArea(ringAt(polygon(square(5, 5, 4).reverse()), 0))).toBe(-16);
  });

  test('of a polygon are its shells less its holes, however the rings turn', () => {
    const holed = polygon(square(0, 0, 10), square(2, 2, 3));
    expect(planarArea(joinParts([holed, polygon(square(20, 0, 2))]))).toBe(95);
  });

  test('far from the origin lose no digits', () => {
    expect(planarArea(polygon(square(4_000_000, 3_000_000, 0.5)))).toBe(0.25);
  });

  test('of the pieces of a ground add up to the ground, on the ellipsoid as well', () => {
    const plane = { centralMeridian: 0.2, standardParallel: 0.2 };
    seeded(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 10, maxLength: 60 }), (shifts) => {
        const tiles = jitteredTiles(4, shifts);
        expect(tiles.reduce((sum, tile) => sum + planarArea(tile), 0)).toBe(48 * 48);
        const degrees = tiles.map((tile) => ({ ...tile, coordinates: tile.coordinates.map((number) => number / 120) }));
        const whole = areaM2(
          polygon([
            [0, 0],
            [0.4, 0],
            [0.4, 0.4],
            [0, 0.4],
            [0, 0],
          ]),
          plane,
        );
        expect(degrees.reduce((sum, tile) => sum + areaM2(tile, plane), 0) / whole).toBeCloseTo(1, 12);
      }),
      200,
    );
  });
});
