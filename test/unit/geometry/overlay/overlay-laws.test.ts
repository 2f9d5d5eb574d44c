import fc from 'fast-check';

import { planarArea } from '../../../../src/geometry/area.js';
import { mapVertices, type Rings } from '../../../../src/geometry/rings.js';
import { overlapsBetween, overlapsWithin, totalOf } from '../../../support/geometry/overlaps.js';
import { seeded } from '../../../support/geometry/seeded.js';
import { jitteredTiles, polygon } from '../../../support/geometry/shapes.js';

const shifts = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 10, maxLength: 40 });
/** Metres to the nanometre: numbers as they are measured, not ones so small that their products vanish. */
const metres = fc.integer({ min: 0, max: 48e9 }).map((nanometres) => nanometres / 1e9);
const place = fc.tuple(metres, metres);
/** Three places that are not nearly in line. */
const triangle = fc
  .tuple(place, place, place)
  .map((corners) => polygon([...corners, corners[0]].map(([x, y]) => [x, y])))
  .filter((rings) => planarArea(rings) > 1);
const triangles = fc.array(triangle, { minLength: 1, maxLength: 8 });
/** A partition whose corners are no round numbers, but shared to the last bit all the same. */
const roughTiles = fc.tuple(fc.integer({ min: 1, max: 5 }), shifts, fc.integer({ min: 0, max: 90 })).map(([cells, by, degrees]) => {
  const scale = 48 / (12 * cells);
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  return jitteredTiles(cells, by).map((tile) =>
    mapVertices(tile, (x, y, out) => {
      out[0] = cosine * x - sine * y;
      out[1] = sine * x + cosine * y;
    }),
  );
});

const areas = (units: readonly Rings[]): number => units.reduce((total, unit) => total + planarArea(unit), 0);

describe('areas of common ground', () => {
  test('add up to the whole of each unit of a partition that another partition covers', () => {
    seeded(
      fc.property(shifts, shifts, (one, other) => {
        const [a, b] = [jitteredTiles(4, one), jitteredTiles(4, other)];
        const overlaps = overlapsBetween(a, b);
        const gaps = a.map((tile, unit) => totalOf(overlaps.filter(([of]) => of === unit)) - planarArea(tile));
        expect(Math.max(...gaps.map(Math.abs))).toBeLessThan(1e-11);
        expect(totalOf(overlaps)).toBeCloseTo(48 * 48, 9);
      }),
      100,
    );
  });

  test('together with what is not covered make up the whole, whatever is missing', () => {
    seeded(
      fc.property(shifts, roughTiles, fc.nat(), (one, tiles, missing) => {
        const a = jitteredTiles(4, one);
        const [left, taken] = [tiles.filter((_, unit) => unit % 3 !== missing % 3), tiles.filter((_, unit) => unit % 3 === missing % 3)];
        const covered = totalOf(overlapsBetween(a, left));
        const lost = totalOf(overlapsBetween(a, taken));
        expect(covered + lost).toBeCloseTo(totalOf(overlapsBetween(a, tiles)), 9);
        expect(overlapsWithin(tiles)).toEqual([]);
        expect(totalOf(overlapsBetween(tiles, tiles)) / areas(tiles)).toBeCloseTo(1, 12);
      }),
      100,
    );
  });

  test('depend on the two units alone, to the last bit, whatever else the layers hold', () => {
    seeded(
      fc.property(triangles, triangles, roughTiles, (a, b, tiles) => {
        const layers = [
          [a, b],
          [a, tiles],
          [tiles, b],
        ] as const;
        for (const [first, second] of layers) {
          for (const [one, other, area] of overlapsBetween(first, second)) {
            expect(overlapsBetween([first[one]!], [second[other]!])).toEqual([[0, 0, area]]);
          }
        }
      }),
      40,
    );
  });

  test('are the same however far off a stray unit lies, and however crowded the rest then stands', () => {
    seeded(
      fc.property(shifts, shifts, roughTiles, (one, other, tiles) => {
        const stray = polygon([
          [-8e6, -8e6],
          [-8e6 + 1, -8e6],
          [-8e6, -8e6 + 1],
          [-8e6, -8e6],
        ]);
        const [a, b] = [jitteredTiles(6, one), [...jitteredTiles(5, other), ...tiles]];
        const alone = overlapsBetween(a, b);
        expect(overlapsBetween([...a, stray], b)).toEqual(alone);
        expect(overlapsBetween(a, [...b, stray])).toEqual(alone);
        expect(overlapsBetween([...a, stray], [...b, stray])).toEqual([...alone, [a.length, b.length, 0.5]]);
      }),
      40,
    );
  });

  test('are the same in any order of units and, but for rounding, of layers', () => {
    seeded(
      fc.property(triangles, roughTiles, (a, b) => {
        const there = overlapsBetween(a, b);
        const last = a.length - 1;
        const turned = overlapsBetween(a.toReversed(), b).map(([one, other, area]) => [last - one, other, area] as const);
        expect(turned.toSorted(byPair)).toEqual(there);
        const back = overlapsBetween(b, a)
          .map(([one, other, area]) => [other, one, area] as const)
          .toSorted(byPair);
        expect(back.map(([one, other]) => [one, other])).toEqual(there.map(([one, other]) => [one, other]));
        for (const [index, [, , area]] of there.entries()) expect(Math.abs(back[index]![2] - area)).toBeLessThan(1e-10);
      }),
      100,
    );
  });

  test('within one layer are those of the layer with itself', () => {
    seeded(
      fc.property(triangles, (units) => {
        expect(overlapsWithin(units)).toEqual(overlapsBetween(units, units).filter(([a, b]) => a < b));
        for (const [a, b, area] of overlapsBetween(units, units)) {
          if (a === b) expect(area / planarArea(units[a]!)).toBeCloseTo(1, 12);
        }
      }),
      100,
    );
  });
});

function byPair(one: readonly [number, number, number], other: readonly [number, number, number]): number {
  return one[0] - other[0] || one[1] - other[1];
}
