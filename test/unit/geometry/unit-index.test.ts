import fc from 'fast-check';

import { holdsPoint } from '../../../src/geometry/point-in-rings.js';
import { unitIndex } from '../../../src/geometry/unit-index.js';
import { seeded } from '../../support/geometry/seeded.js';
import { jitteredTiles, polygon, square } from '../../support/geometry/shapes.js';

describe('locating a point', () => {
  test('gives a point on a border to the unit east of it, and north of it where the border runs east-west', () => {
    const units = unitIndex([polygon(square(0, 0, 1)), polygon(square(1, 0, 1)), polygon(square(0, 1, 1)), polygon(square(1, 1, 1))]);
    expect(units.locate(1, 0.5)).toEqual([1]);
    expect(units.locate(0.5, 1)).toEqual([2]);
    expect(units.locate(1, 1)).toEqual([3]);
    expect(units.locate(0, 0)).toEqual([0]);
    expect(units.locate(2, 0.5)).toEqual([]);
  });

  test('finds exactly one unit of a partition for every corner, middle of a border and point inside', () => {
    const jitter = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 10, maxLength: 60 });
    const inside = fc.array(fc.tuple(fc.double({ min: 0, max: 47.9, noNaN: true }), fc.double({ min: 0, max: 47.9, noNaN: true })), {
      maxLength: 50,
    });
    seeded(
      fc.property(jitter, inside, (shifts, points) => {
        const tiles = jitteredTiles(4, shifts);
        const units = unitIndex(tiles);
        const corners = tiles.flatMap(({ coordinates: c }) => [0, 2, 4].map((i) => [c[i]!, c[i + 1]!] as const));
        const middles = tiles.flatMap(({ coordinates: c }) =>
          [0, 2, 4].map((i) => [(c[i]! + c[i + 2]!) / 2, (c[i + 1]! + c[i + 3]!) / 2] as const),
        );
        // The east and north borders of the whole belong to what lies beyond.
        const within = [...corners, ...middles, ...points].filter(([x, y]) => x < 48 && y < 48);
        for (const [x, y] of within) expect({ x, y, found: units.locate(x, y).length }).toEqual({ x, y, found: 1 });
      }),
      100,
    );
  });

  test('finds all units where a layer lies upon itself, and none in a hole', () => {
    const units = unitIndex([polygon(square(0, 0, 4), square(1, 1, 1)), polygon(square(3, 3, 4))]);
    expect(units.locate(3.5, 3.5)).toEqual([0, 1]);
    expect(units.locate(1.5, 1.5)).toEqual([]);
  });

  test('tells whether any unit holds it as locating does', () => {
    const units = unitIndex([polygon(square(0, 0, 4), square(1, 1, 1)), null, polygon(square(3, 3, 4))]);
    const places = Array.from({ length: 15 }, (_, x) => Array.from({ length: 15 }, (_step, y) => [x / 2, y / 2] as const)).flat();
    const held = places.map(([x, y]) => units.holds(x, y));
    expect(held).toEqual(places.map(([x, y]) => units.locate(x, y).length > 0));
    expect(new Set(held)).toEqual(new Set([true, false]));
    expect(unitIndex([null]).holds(0.5, 0.5)).toBe(false);
  });

  test('never finds a unit without polygon, but keeps the positions of the others', () => {
    expect(unitIndex([null, polygon(square(0, 0, 1))]).locate(0.5, 0.5)).toEqual([1]);
    expect(unitIndex([null]).locate(0.5, 0.5)).toEqual([]);
  });

  test('tells the side of a border exactly where rounded arithmetic could not', () => {
    const sliver = polygon([
      [0, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    expect(holdsPoint(sliver, 0.5, 0.5)).toBe(false);
    expect(holdsPoint(sliver, 0.5 - 2 ** -54, 0.5)).toBe(true);
    expect(holdsPoint(sliver, 0.1 + 0.2, 0.3)).toBe(false);
  });
});
