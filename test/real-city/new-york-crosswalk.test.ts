import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { admitBoundary } from '../../src/features/crosswalk/admit-boundary.js';
import type { CrosswalkLayer } from '../../src/features/crosswalk/compute/crosswalk-input.js';
import type { OverlayEngine } from '../../src/features/crosswalk/compute/overlay-engine.js';
import { conservationError } from '../../src/features/crosswalk/conservation.js';
import { openGeosOverlayEngine } from '../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { openOverlayEngine } from '../../src/features/crosswalk/geos/open-overlay-engine.js';
import { computeCrosswalk } from '../../src/features/crosswalk/worker/compute-crosswalk.js';
import { areaM2 } from '../../src/geometry/area.js';
import { planeAround, projectRings } from '../../src/geometry/equal-area.js';
import { joinParts, type Rings } from '../../src/geometry/rings.js';
import { unitIndex } from '../../src/geometry/unit-index.js';
import { aCity, aLayer, aUnit } from '../support/crosswalk/a-city.js';

const folder = resolve(process.env['REAL_CITY_DATA'] ?? join(__dirname, '../../../shared/data'), 'newyork');
const isThere = existsSync(join(folder, 'reference_pairs_postgis.csv'));
if (!isThere) process.stdout.write(`  skipped: New York's layers are not at ${folder} (REAL_CITY_DATA)\n`);

const plane = planeAround({ minX: -74.26, minY: 40.49, maxX: -73.7, maxY: 40.92 });
const [precincts, districts] = ['nypd_police_precincts', 'dcp_community_districts'] as const;
const layerNames = [
  precincts,
  districts,
  'fdny_fire_battalions',
  'doe_school_districts',
  'dohmh_health_center_districts',
  'census_tracts_2010',
] as const;
const squareFootM2 = (1200 / 3937) ** 2;

interface Feature {
  readonly geometry: { readonly coordinates: readonly unknown[] };
  readonly properties: Readonly<Record<string, number>>;
}

(isThere ? describe : describe.skip)('New York', () => {
  let engine: OverlayEngine;
  const layers = new Map<string, CrosswalkLayer>();

  beforeAll(async () => {
    engine = await openOverlayEngine();
    for (const name of layerNames) layers.set(name, layerOf(name));
  }, 300_000);
  afterAll(() => engine.dispose());

  function layerOf(name: string): CrosswalkLayer {
    const units = featuresOf(name).map(({ geometry }, row) => {
      return aUnit(`${name}/${row}`, { rings: ringsOf(geometry, `${name}, row ${row}`) });
    });
    return aLayer(name, units);
  }

  /** Null for the one tract of Staten Island that has no ring. */
  function ringsOf(geometry: Feature['geometry'], where: string): Rings | null {
    if (geometry.coordinates.length === 0) return null;
    const boundary = admitBoundary(geometry, { plane, where }, engine);
    if (!boundary.admitted) throw boundary.error;
    return boundary.rings;
  }

  const groundOf = (layer: CrosswalkLayer): readonly Rings[] =>
    layer.units.map(({ rings }) => (rings ? projectRings(plane, rings) : joinParts([])));

  test('agrees with PostGIS on the common ground of all 16,598 pairs of its six layers, none missing and none extra', () => {
    const grounds = layerNames.map((name) => groundOf(layers.get(name)!));
    const found = new Map<string, number>();
    for (const [one, a] of grounds.entries()) {
      for (const [other, b] of grounds.entries()) {
        if (one >= other) continue;
        for (const pair of engine.intersections(a, b))
          found.set(`${layerNames[one]!}/${pair.a} ${layerNames[other]!}/${pair.b}`, pair.areaM2);
      }
    }
    const expected = referencePairs();
    const wrong = [...new Set([...found.keys(), ...expected.keys()])].filter(
      (pair) => !agree(found.get(pair) ?? 0, expected.get(pair) ?? 0),
    );
    expect({ pairs: expected.size, wrong }).toEqual({ pairs: 16_598, wrong: [] });
  }, 120_000);

  test('counts only ground where zip code areas and tracts of Staten Island meet in pieces, lines and points', async () => {
    const oracle = await openGeosOverlayEngine();
    const [zones, tracts] = ['staten_island_zcta', 'staten_island_tract'].map((name) => groundOf(layerOf(name)));
    const found = engine.intersections(zones!, tracts!);
    const expected = oracle.intersections(zones!, tracts!);
    const furthest = found.map(({ areaM2 }, pair) => Math.abs(areaM2 - expected[pair]!.areaM2));
    oracle.dispose();
    // Of the 204 pairs that meet, 21 do in lines and points alone.
    expect(found).toHaveLength(183);
    expect(found.map(({ a, b }) => [a, b])).toEqual(expected.map(({ a, b }) => [a, b]));
    expect(Math.max(...furthest)).toBeLessThan(1e-5);
  });

  test('conserves every unit, and covers precincts by community districts wholly', async () => {
    const input = aCity([layers.get(precincts)!, layers.get(districts)!], { divisionScheme: 'opaque', plane });
    const { coverage } = await computeCrosswalk(input);
    expect(coverage.filter((row) => Math.abs(conservationError(row)) > 1e-9)).toEqual([]);
    const least = Math.min(...coverage.filter(({ unit }) => unit.layer === 0).map(({ linked, omitted }) => linked + omitted));
    expect(least).toBeCloseTo(1, 5);
  });

  test('has the areas that its own agencies publish', () => {
    const published = featuresOf(precincts).map(({ properties }) => properties['Shape_Area']! * squareFootM2);
    const worst = Math.max(
      ...layers.get(precincts)!.units.map(({ rings }, unit) => Math.abs(areaM2(rings!, plane) / published[unit]! - 1)),
    );
    expect(worst).toBeLessThan(1.75e-5);
  });

  test('places 15,714 of 16,255 points in the precinct that was recorded, as the reference does', () => {
    const units = unitIndex(layers.get(precincts)!.units.map(({ rings }) => rings));
    const names = featuresOf(precincts).map(({ properties }) => String(properties['Precinct']));
    const points = rowsOf('points_with_recorded_precinct.csv');
    const right = points.filter(
      ([longitude, latitude, precinct]) => names[units.locate(Number(longitude), Number(latitude))[0] ?? -1] === precinct,
    );
    expect({ right: right.length, of: points.length }).toEqual({ right: 15_714, of: 16_255 });
  });
});

/** The reference leaves out pairs below 0.01 m². */
function agree(foundM2: number, expectedM2: number): boolean {
  return Math.abs(foundM2 - expectedM2) <= (expectedM2 === 0 ? 0.0101 : 1e-6 * expectedM2 + 1e-3);
}

function referencePairs(): ReadonlyMap<string, number> {
  const position = new Map<string, number>(layerNames.map((name, index) => [name, index]));
  return new Map(
    rowsOf('reference_pairs_postgis.csv').map(([layerA, , indexA, layerB, , indexB, area]) => {
      const [one, other] = [`${layerA}/${indexA}`, `${layerB}/${indexB}`];
      return [position.get(layerA!)! < position.get(layerB!)! ? `${one} ${other}` : `${other} ${one}`, Number(area)] as const;
    }),
  );
}

function featuresOf(name: string): readonly Feature[] {
  return (JSON.parse(readFileSync(join(folder, `${name}.geojson`), 'utf8')) as { features: Feature[] }).features;
}

function rowsOf(file: string): string[][] {
  return readFileSync(join(folder, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}
