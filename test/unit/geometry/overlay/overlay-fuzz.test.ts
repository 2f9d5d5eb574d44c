import fc from 'fast-check';

import type { OverlayEngine } from '../../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { planarArea } from '../../../../src/geometry/area.js';
import { gateRings } from '../../../../src/geometry/ring-gate.js';
import { type Rings, ringsFromNested } from '../../../../src/geometry/rings.js';
import { type Overlap, overlapsBetween, overlapsWithin } from '../../../support/geometry/overlaps.js';
import { seeded } from '../../../support/geometry/seeded.js';

const pairsARun = 5 * 6;
const runs = Math.ceil((process.env['SCALE'] === 'full' ? 51_000 : 5_100) / pairsARun);

let geos: OverlayEngine;

beforeAll(async () => {
  geos = await openGeosOverlayEngine();
});
afterAll(() => geos.dispose());

// Whole numbers of so few places that corners, borders and whole units coincide in most pairs.
const corner = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })).map(([x, y]) => [x, y]);
const ring = fc.array(corner, { minLength: 3, maxLength: 6 }).map((corners) => [...corners, corners[0]!]);
const parts = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
/** Units are drawn from a pool: to make a sound one costs more than to compare it. */
const poolSize = 300;
const units = (pool: readonly Rings[], count: number): fc.Arbitrary<Rings[]> =>
  fc.array(fc.nat(pool.length - 1), { minLength: count, maxLength: count }).map((picked) => picked.map((unit) => pool[unit]!));

/** A polygon of whole numbers, of several parts and with holes at times; null where the mended one has other numbers. */
function soundUnit(parts: number[][][][]): Rings | null {
  const verdict = gateRings({ type: 'MultiPolygon', coordinates: parts });
  if (verdict.verdict === 'refused') return null;
  const mended = geos.repair(verdict.verdict === 'accepted' ? verdict.rings : ringsFromNested(parts));
  return planarArea(mended) > 0 && mended.coordinates.every(Number.isInteger) ? mended : null;
}

test(`agrees with GEOS on ${runs * pairsARun} pairs of units whose corners and borders coincide`, () => {
  const pool: Rings[] = [];
  seeded(
    fc.property(parts, (drawn) => {
      const unit = soundUnit(drawn);
      if (unit) pool.push(unit);
    }),
    poolSize * 8,
  );
  expect(pool.length).toBeGreaterThan(poolSize);
  seeded(
    fc.property(units(pool, 5), units(pool, 5), fc.nat(4), (a, own, twin) => {
      const b = [...own, a[twin]!];
      expectSame(overlapsBetween(a, b), geos.intersections(a, b));
      expectSame(overlapsWithin(b), geos.selfOverlaps(b));
    }),
    runs,
  );
}, 600_000);

/** The same pairs with the same areas, to 1e-12. */
function expectSame(found: readonly Overlap[], expected: ReturnType<OverlayEngine['intersections']>): void {
  expect(found.map(([a, b]) => [a, b])).toEqual(expected.map(({ a, b }) => [a, b]));
  const furthest = found.reduce((most, [, , area], pair) => Math.max(most, Math.abs(area - expected[pair]!.areaM2)), 0);
  expect(furthest).toBeLessThan(1e-12);
}
