import { type LayerSurvey, surveyLayer } from '../../../src/features/intake/layer-checks/layer-survey.js';
import { otherVintage } from '../../../src/features/intake/layer-checks/other-vintage.js';
import { SisterLayers } from '../../../src/features/intake/layer-checks/sister-layers.js';
import type { UnitRecord } from '../../../src/features/intake/records.js';
import { mapVertices, type Rings } from '../../../src/geometry/rings.js';
import { ringsFromGeoJson } from '../../../src/geometry/rings-geojson.js';
import { toGcj02 } from '../../support/geometry/gcj02.js';
import { packBoundaries } from '../../support/sample-city/sample-pack.js';

const today = '2026-11-22';

/** A layer of the sample city as intake looks at it, each boundary changed by `draw`. */
function surveyed(key: string, draw: (rings: Rings) => Rings = (rings) => rings): LayerSurvey {
  const ground = new Map([...packBoundaries(key)].map(([id, geometry]) => [id, draw(ringsFromGeoJson(geometry as never))]));
  const units = [...ground.keys()].map(
    (localId) => ({ localId, validFrom: '2020-01-01', validTo: null, asOf: '2026-06-30' }) as UnitRecord,
  );
  return surveyLayer({ key, partition: true }, { units, ground }, today);
}

const inGcj02 = (rings: Rings): Rings =>
  mapVertices(rings, (x, y, out) => {
    [out[0], out[1]] = toGcj02([x, y]);
  });

describe('the layers of a whole city, held against each other', () => {
  const [core, whole] = [surveyed('city/all-elements'), surveyed('civil-affairs/community')];
  let sisters: SisterLayers;
  beforeEach(() => {
    sisters = new SisterLayers();
    // The city's own grids cover its core only: a small sister says nothing against a large one.
    expect([...sisters.check(core), ...sisters.check(whole)]).toEqual([]);
  });

  test('leave nothing to say while they are well placed', () => {
    expect(sisters.check(surveyed('petition/area'))).toEqual([]);
  });

  test('show the one in GCJ-02, though a shift of half a kilometre moves but a sliver of a city that is a hundred kilometres long', () => {
    const [finding, ...others] = sisters.check(surveyed('petition/area', inGcj02));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'DATUM_OFFSET', layerKey: 'petition/area' });
    const { eastM, northM, sharedAsGiven } = finding!.measures as Readonly<Record<string, number>>;
    expect(sharedAsGiven).toBeGreaterThan(0.95);
    const [x, y] = toGcj02([117.3, 29.3]);
    const off = [(117.3 - x) * 111_320 * Math.cos((29.3 * Math.PI) / 180) - eastM!, (29.3 - y) * 111_320 - northM!] as const;
    expect(Math.hypot(...off)).toBeLessThan(200);
  });

  test('stay as they are when one is read twice, as a transaction that is tried again does', () => {
    const shifted = surveyed('petition/area', inGcj02);
    expect(sisters.check(shifted)).toEqual(sisters.check(shifted));
    expect(sisters.check(core)).toEqual([]);
  });
});

describe('the year of a layer', () => {
  const dated = (layerKey: string, asOf: string | null) => ({ layerKey, asOf });

  test.each<[string, string | null, readonly (string | null)[], number | null]>([
    ['within a year of its nearest sister', '2026-06-30', ['2019-01-01', '2025-06-30'], null],
    ['farther than a year from all', '2021-01-01', ['2026-01-01', '2023-01-01'], -730],
    ['younger than all by more than a year', '2026-01-01', ['2024-06-01'], 579],
    ['with sisters that do not say', '2001-01-01', [null], null],
    ['that does not say', null, ['2026-01-01'], null],
    ['without sisters', '2001-01-01', [], null],
  ])('%s', (_, asOf, sisters, days) => {
    const finding = otherVintage(
      dated('a/layer', asOf),
      sisters.map((day, nth) => dated(`b/${nth}`, day)),
    );
    expect(finding?.measures['days'] ?? null).toBe(days);
  });
});
