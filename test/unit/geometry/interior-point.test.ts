import fc from 'fast-check';

import { interiorPoint } from '../../../src/geometry/interior-point.js';
import { holdsPoint } from '../../../src/geometry/point-in-rings.js';
import { seeded } from '../../support/geometry/seeded.js';
import { polygon, square } from '../../support/geometry/shapes.js';

describe('a point for a label', () => {
  test('stands in the ground and not in the hole', () => {
    const ring = polygon(square(0, 0, 10), square(1, 1, 8));
    expect(holdsPoint(ring, ...interiorPoint(ring)!)).toBe(true);
  });

  test('stands in the wider arm of a U', () => {
    const u = polygon([
      [0, 0],
      [10, 0],
      [10, 10],
      [6, 10],
      [6, 2],
      [1, 2],
      [1, 10],
      [0, 10],
      [0, 0],
    ]);
    expect(interiorPoint(u)).toEqual([8, 5]);
  });

  test('is not to be had in a polygon without width', () => {
    expect(
      interiorPoint(
        polygon([
          [0, 0],
          [10, 0],
          [5, 0],
          [0, 0],
        ]),
      ),
    ).toBeNull();
  });

  test('is found in any star', () => {
    seeded(
      fc.property(fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 }), (radii) => {
        const star = radii.map((radius, spike) => {
          const angle = (spike / radii.length) * 2 * Math.PI;
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        });
        const ring = polygon([...star, star[0]!]);
        expect(holdsPoint(ring, ...interiorPoint(ring)!)).toBe(true);
      }),
      500,
    );
  });
});
