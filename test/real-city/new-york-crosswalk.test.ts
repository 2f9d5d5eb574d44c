import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { admitBoundary } from '../../src/features/crosswalk/admit-boundary.js';
import type { CrosswalkLayer } from '../../src/features/crosswalk/compute/crosswalk-input.js';
import type { OverlayEngine } from '../../src/features/crosswalk/compute/overlay-engine.js';
import { conservationError } from '../../src/features/crosswalk/conservation.js';
import { openGeosOverlayEngine } from '../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { computeCrosswalk } from '../../src/features/crosswalk/worker/compute-crosswalk.js';
import { areaM2 } from '../../src/geometry/area.js';
import { planeAround, projectRings } from '../../src/geometry/equal-area.js';
import { unitIndex } from '../../src/geometry/unit-index.js';

const folder = resolve(process.env['REAL_CITY_DATA'] ?? join(__dirname, '../../../shared/data'), 'newyork');
const isThere = existsSync(join(folder, 'reference_pairs_postgis.csv'));
if (!isThere) process.stdout.write(`  skipped: New York's layers are not at ${folder} (REAL_CITY_DATA)\n`);

const plane = planeAround({ minX: -74.26, minY: 40.49, maxX: -73.7, maxY: 40.92 });
const [precincts, districts, health] = ['nypd_police_precincts', 'dcp_community_districts', 'dohmh_health_center_districts'] as const;
const squareFootM2 = (1200 / 3937) ** 2;

interface Feature {
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, number>>;
}

(isThere ? describe : describe.skip)('New York', () => {
  let engine: OverlayEngine;
  const layers = new Map<string, CrosswalkLayer>();

  beforeAll(async () => {
    engine = await openGeosOverlayEngine();
    for (const name of [precincts, districts, health]) layers.set(name, layerOf(name));
  });
  afterAll(() => engine.dispose());

  function layerOf(name: string): CrosswalkLayer {
    const units = featuresOf(name).map(({ geometry }, row) => {
      const boundary = admitBoundary(geometry, { plane, where: `${name}, row ${row}` }, engine);
      if (!boundary.admitted) throw boundary.error;
      return { localId: String(row), rings: boundary.rings, buildings: [], divisionCode: null, members: [] };
    });
    return { key: name, partition: true, membersOf: null, units };
  }

  test('agrees with PostGIS on the common ground of every pair, none missing and none extra', () => {
    for (const [one, other] of [
      [precincts, districts],
      [precincts, health],
    ] as const) {
      const [a, b] = [one, other].map((name) => layers.get(name)!.units.map(({ rings }) => projectRings(plane, rings!))) as [
        never[],
        never[],
      ];
      const found = new Map(engine.intersections(a, b).map((pair) => [`${pair.a}/${pair.b}`, pair.areaM2]));
      const expected = referencePairs(one, other);
      const wrong = [...new Set([...found.keys(), ...expected.keys()])].filter(
        (pair) => !agree(found.get(pair) ?? 0, expected.get(pair) ?? 0),
      );
      expect({ one, other, pairs: expected.size > 150, wrong }).toEqual({ one, other, pairs: true, wrong: [] });
    }
  });

  test('conserves every unit, and covers precincts by community districts wholly', async () => {
    const input = {
      layers: [layers.get(precincts)!, layers.get(districts)!],
      buildings: [],
      divisionParents: new Map(),
      divisionScheme: 'opaque',
      plane,
    } as const;
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

function referencePairs(one: string, other: string): ReadonlyMap<string, number> {
  return new Map(
    rowsOf('reference_pairs_postgis.csv').flatMap(([layerA, , indexA, layerB, , indexB, area]) => {
      if (layerA === one && layerB === other) return [[`${indexA}/${indexB}`, Number(area)] as const];
      return layerA === other && layerB === one ? [[`${indexB}/${indexA}`, Number(area)] as const] : [];
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
