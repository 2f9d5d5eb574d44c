import fc from 'fast-check';

import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { loadGeos } from '../../../src/features/crosswalk/geos/geos-library.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { planarArea } from '../../../src/geometry/area.js';
import { gateRings } from '../../../src/geometry/ring-gate.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { seeded } from '../../support/geometry/seeded.js';
import { jitteredTiles, polygon, square } from '../../support/geometry/shapes.js';

let engine: OverlayEngine;

beforeAll(async () => {
  engine = await openGeosOverlayEngine();
});
afterAll(() => engine.dispose());

describe('the overlay engine', () => {
  test('measures common ground, wholes included, and leaves out neighbours', () => {
    const a = [polygon(square(0, 0, 10), square(1, 1, 2)), polygon(square(10, 0, 10))];
    const b = [polygon(square(0, 0, 20)), polygon(square(2, 2, 2)), polygon(square(30, 0, 1))];
    expect(engine.intersections(a, b)).toEqual([
      { a: 0, b: 0, areaM2: 96 },
      { a: 0, b: 1, areaM2: 3 },
      { a: 1, b: 0, areaM2: 100 },
    ]);
    expect(engine.selfOverlaps(a)).toEqual([]);
    expect(engine.selfOverlaps(b)).toEqual([{ a: 0, b: 1, areaM2: 4 }]);
  });

  test('counts ground under several units once', () => {
    expect(engine.coveredAreaM2(polygon(square(0, 0, 10)), [polygon(square(0, 0, 6)), polygon(square(4, 4, 6))])).toBe(68);
  });

  test('unites neighbours without their border and keeps parts apart', () => {
    const union = engine.union([polygon(square(0, 0, 10)), polygon(square(10, 0, 10)), polygon(square(50, 0, 1))]);
    expect({ area: planarArea(union), parts: union.partStarts.length - 1, vertices: union.coordinates.length / 2 }).toEqual({
      area: 201,
      parts: 2,
      vertices: 12,
    });
  });

  test('gives an untouched polygon back as the same object, and an empty one where no ground is left', () => {
    const sound = polygon(square(0, 0, 10));
    expect(engine.repair(sound)).toBe(sound);
    expect(
      engine.repair(
        polygon([
          [0, 0],
          [5, 0],
          [5, 5],
          [5, 0],
          [0, 0],
        ]),
      ).partStarts.length,
    ).toBe(1);
  });

  test('agrees with the ring gate on what needs repair, for any small ring of whole numbers', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    seeded(
      fc.property(
        fc.array(corner, { minLength: 3, maxLength: 9 }),
        fc.option(fc.array(corner, { minLength: 3, maxLength: 5 })),
        (shell, hole) => {
          const closed = [shell, ...(hole ? [hole] : [])].map((ring) => [...ring, ring[0]!]);
          const verdict = gateRings({ type: 'Polygon', coordinates: closed });
          if (verdict.verdict === 'refused') return;
          const isValid = engine.repair(verdict.rings) === verdict.rings;
          // Rings that touch in several points may be sound: the gate leaves those to the repair.
          const isLeftToRepair = verdict.verdict === 'needs-repair' && verdict.faults.every(({ kind }) => kind === 'RINGS_TOUCH');
          if (!isLeftToRepair) expect({ closed, isValid }).toEqual({ closed, isValid: verdict.verdict === 'accepted' });
        },
      ),
      500,
    );
  });

  test('gives all its memory back', async () => {
    const { geos } = await loadGeos();
    const round = async (): Promise<void> => {
      const own = await openGeosOverlayEngine();
      const tiles = jitteredTiles(4, [1, -2, 3, 0, -4, 2, 4]);
      own.intersections(tiles, jitteredTiles(4, [2, 1, -3, 4, 0]));
      own.selfOverlaps(tiles);
      own.union(tiles);
      own.repair(
        ringsFromNested([
          [
            [
              [0, 0],
              [9, 9],
              [9, 0],
              [0, 9],
              [0, 0],
            ],
          ],
        ]),
      );
      own.dispose();
    };
    for (let warm = 0; warm < 3; warm++) await round();
    const before = firstFreePlace(geos);
    for (let again = 0; again < 20; again++) await round();
    expect({ heap: geos.Module.HEAPU8.length, free: firstFreePlace(geos) }).toEqual({ heap: 16_973_824, free: before });
  });
});

/** Where a large block would be placed: it moves up when anything was left behind. */
function firstFreePlace(geos: Awaited<ReturnType<typeof loadGeos>>['geos']): number {
  const block = geos.Module._malloc(1 << 20);
  geos.Module._free(block);
  return block;
}
