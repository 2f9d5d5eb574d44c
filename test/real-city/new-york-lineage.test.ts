import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Redrawing } from '../../src/features/lineage/index.js';
import { planarArea } from '../../src/geometry/area.js';
import { planeAround, projectRings } from '../../src/geometry/equal-area.js';
import { overlayAreas } from '../../src/geometry/overlay/overlay-areas.js';
import { overlayLayer } from '../../src/geometry/overlay/overlay-layer.js';
import { gateRings } from '../../src/geometry/ring-gate.js';
import type { Rings } from '../../src/geometry/rings.js';
import { beams, LineageCity, tester, township } from '../support/lineage/a-lineage-city.js';
import { newYorkFiles } from './new-york/new-york.js';

const vintages = { before: 'nypd_police_precincts.geojson', after: 'nypd_police_precincts_2019.geojson' } as const;
const isThere = Object.values(vintages).every((file) => existsSync(join(newYorkFiles, file)));
if (!isThere) process.stdout.write(`  skipped: both vintages of New York's precincts are not at ${newYorkFiles} (REAL_CITY_DATA)\n`);

const bounds = { minX: -74.26, minY: 40.49, maxX: -73.7, maxY: 40.92 };
const plane = planeAround(bounds);
const cutUp = ['120', '122', '123'] as const;

interface Feature {
  readonly properties: { readonly Precinct?: number; readonly precinct?: string };
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: never };
}

/** The outlines of one vintage by precinct. */
function outlines(file: string): ReadonlyMap<string, Feature['geometry']> {
  const { features } = JSON.parse(readFileSync(join(newYorkFiles, file), 'utf8')) as { features: readonly Feature[] };
  return new Map(features.map(({ properties, geometry }) => [String(properties.Precinct ?? properties.precinct), geometry]));
}

function ringsOf(geometry: Feature['geometry']): Rings {
  const judged = gateRings(geometry, { bounds });
  if (judged.verdict === 'refused') throw new Error(judged.reason);
  return projectRings(plane, judged.rings);
}

(isThere ? describe : describe.skip)('New York’s precinct 121, which was cut out of others', () => {
  let city: LineageCity;
  let redrawing: Redrawing;
  let before: ReadonlyMap<string, Feature['geometry']>;
  let after: ReadonlyMap<string, Feature['geometry']>;

  beforeAll(async () => {
    [before, after] = [outlines(vintages.before), outlines(vintages.after)];
    city = await LineageCity.make(bounds);
    await city.drawn(cutUp.map((localId) => ({ localId, geometry: before.get(localId)! })));
    redrawing = city.redrawing();
  }, 300_000);
  afterAll(() => city?.close());

  const proposal = (declared: Parameters<Redrawing['propose']>[0]['declared']): Parameters<Redrawing['propose']>[0] => ({
    idempotencyKey: randomUUID(),
    document: 'NYPD 2013-07',
    organisation: `government-${township}`,
    role: 'clerk',
    layerKey: beams,
    effectiveFrom: '2013-07-01',
    ends: [...cutUp],
    begins: [...cutUp, '121'].map((localId) => ({
      localId,
      name: `Precinct ${localId}`,
      boundary: after.get(localId),
      divisionCode: township,
      households: null,
      predecessors: [],
    })),
    declared,
  });
  const step = (redraw: string, expectedVersion: number, organisation: string) => ({
    idempotencyKey: randomUUID(),
    document: 'document',
    organisation: `government-${organisation}`,
    role: 'clerk',
    redraw,
    expectedVersion,
  });

  test('stands in the later vintage alone', () => {
    expect([before.has('121'), after.has('121')]).toEqual([false, true]);
  });

  test('is published with the weights of a direct overlay, and the old days answer the old precincts', async () => {
    // Between the vintages the shore was drawn anew, which is said and kept as findings.
    const reason = 'the shore was surveyed again';
    const { ids } = await redrawing.propose(proposal({ gaps: reason, overlaps: reason, beyond: reason }), tester);
    await redrawing.review({ ...step(ids.redraw, 1, '990101'), deed: 'APPROVE' }, tester);
    await redrawing.file(step(ids.redraw, 2, '990100'), tester);

    const [cut] = await city.reader.unitsNamed([{ department: 'LIGHTHOUSE', localId: '121', layer: beams }], null);
    const { steps, units } = await city.reader.graph([cut!.uuid], 'BACK', null);
    const told = new Map(steps.filter(({ toUuid }) => toUuid === cut!.uuid).map((one) => [units.get(one.fromUuid)!.localId, one]));
    const [own, olds] = [ringsOf(after.get('121')!), cutUp.map((localId) => ringsOf(before.get(localId)!))];
    const direct = overlayAreas(overlayLayer([own]), overlayLayer(olds));
    const expected = Array.from({ length: direct.size }, (_, row) => ({
      localId: cutUp[direct.b[row]!]!,
      areaM2: direct.areas[row]!,
      old: olds[direct.b[row]!]!,
    })).filter(({ areaM2 }) => areaM2 > 1_000);

    expect([...told.keys()].sort()).toEqual(expected.map(({ localId }) => localId).sort());
    expect(told.size).toBeGreaterThan(1);
    for (const { localId, areaM2, old } of expected) {
      expect(told.get(localId)!.weight).toBeCloseTo(areaM2 / planarArea(old), 6);
      expect(told.get(localId)!.inverseWeight).toBeCloseTo(areaM2 / planarArea(own), 6);
      expect(told.get(localId)!.basis).toBe('AREA');
    }
    // Nearly all of it was taken from the others; what is left is shore.
    expect(expected.reduce((sum, { areaM2 }) => sum + areaM2, 0) / planarArea(own)).toBeGreaterThan(0.98);

    const idsOn = async (day: string): Promise<readonly string[]> => (await city.model(day)).unitsOf(beams).map(({ localId }) => localId);
    expect([await idsOn('2013-06-30'), await idsOn('2013-07-01')]).toEqual([
      ['120', '122', '123'],
      ['120', '121', '122', '123'],
    ]);
    const old120 = (await city.model('2013-06-30')).unit(beams, '120')!;
    expect(old120.areaM2! / planarArea(ringsOf(before.get('120')!))).toBeCloseTo(1, 6);
  }, 300_000);
});
