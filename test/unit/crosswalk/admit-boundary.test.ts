import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { admitBoundary, type AdmittedBoundary, type RefusedBoundary } from '../../../src/features/crosswalk/admit-boundary.js';
import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { CityError } from '../../../src/kernel/city-error.js';
import { plane } from '../../support/crosswalk/a-city.js';

const fixtures = join(__dirname, '../../fixtures/geometry/in');
let engine: OverlayEngine;

beforeAll(async () => {
  engine = await openGeosOverlayEngine();
});
afterAll(() => engine.dispose());

function admit(bug: string): AdmittedBoundary | RefusedBoundary {
  return admitBoundary(
    JSON.parse(readFileSync(join(fixtures, `${bug}.geojson`), 'utf8')),
    { plane, where: 'units.geojson, row 3' },
    engine,
  );
}

describe('a boundary from an office', () => {
  test.each([
    'sound-square',
    'clockwise-shell',
    'duplicate-points',
    'collapsed-part',
    'island-in-a-hole',
    'parts-touching-in-a-corner',
    'hole-touching-its-shell-once',
  ])('is admitted without repair: %s', (bug) => expect(admit(bug)).toMatchObject({ admitted: true, repair: null }));

  test.each(['spike', 'small-loop', 'parts-side-by-side'])(
    'is repaired in the one way there is, and the change of area told: %s',
    (bug) => {
      const admitted = admit(bug) as AdmittedBoundary;
      expect(admitted.repair!.faults.length).toBeGreaterThan(0);
      expect(Math.abs(admitted.repair!.areaChangeM2)).toBeLessThan(1e-3 * admitted.areaM2);
      expect(engine.repair(admitted.rings)).toBe(admitted.rings);
    },
  );

  test.each([
    'bow-tie',
    'hole-outside-its-shell',
    'hole-within-a-hole',
    'overlapping-parts',
    'part-within-a-part',
    'unclosed',
    'collapsed-ring',
    'nan',
    'infinite',
    'point',
  ])('goes to quarantine with the place: %s', (bug) => {
    const { admitted, error } = admit(bug) as RefusedBoundary;
    expect({ admitted, code: error.code, names: error.message.startsWith('units.geojson, row 3: expected ') }).toEqual({
      admitted: false,
      code: 'GEOMETRY_INVALID',
      names: true,
    });
    expect(error).toBeInstanceOf(CityError);
    expect(error.messageZh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('that crosses itself is told with the place of the crossing', () => {
    expect((admit('bow-tie') as RefusedBoundary).error.message).toBe(
      'units.geojson, row 3: expected closed rings that do not meet, but the ring crosses or touches itself near 117.205, 29.305 (part 0, ring 0, point 0, counted from 0).',
    );
  });
});
