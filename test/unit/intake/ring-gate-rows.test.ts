import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { areaM2 } from '../../../src/geometry/area.js';
import { planeAround } from '../../../src/geometry/equal-area.js';
import { ringsFromNested } from '../../../src/geometry/rings.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const [a, b, c, d] = [
  [117.01, 29.01],
  [117.025, 29.01],
  [117.025, 29.02],
  [117.01, 29.02],
] as const;
const plane = planeAround({ minX: 117, minY: 29, maxX: 117.1, maxY: 29.1 });
const square = [a, b, c, d, a];
const polygon = (...rings: readonly unknown[]) => ({ type: 'Polygon', coordinates: rings });
const box = (x: number, y: number, width: number) => [[x, y], [x + width, y], [x + width, y + width], [x, y + width], [x, y]]; // prettier-ignore

let engine: OverlayEngine;
let pack: PackCopy;
let intake: InMemoryIntake;

beforeAll(async () => {
  engine = await openGeosOverlayEngine();
});
afterAll(() => engine.dispose());
beforeEach(async () => {
  pack = await PackCopy.make();
  intake = new InMemoryIntake([lighthouse, orchard], engine, new Date('2026-03-01T04:00:00Z'));
});
afterEach(() => pack.remove());

/** Imports a pack in which the first beam is drawn as told; `geometry` may be a text, for what JSON cannot write. */
async function imported(geometry: unknown) {
  const drawn = typeof geometry === 'string' ? geometry : JSON.stringify(geometry);
  const sound =
    '{"type": "Polygon", "coordinates": [[[117.01, 29.01], [117.025, 29.01], [117.025, 29.02], [117.01, 29.02], [117.01, 29.01]]]}';
  await pack.replace('lighthouse/beam.geojson', sound, drawn);
  const { runs } = await intake.importPack(pack.folder);
  const run = runs.find(({ department }) => department === 'LIGHTHOUSE')!;
  const unit = intake.fronts.get('lighthouse')!.units.get('lighthouse/beam 0001');
  const refused = intake.quarantined.find(({ field, file }) => field === 'geometry' && file === 'lighthouse/beam.geojson') ?? null;
  const hectares = unit?.boundary ? areaM2(ringsFromNested(unit.boundary), plane) / 1e4 : null;
  return { run, refused, hectares };
}

const whole = '162.0';

describe('a boundary with a fault that can be read in more than one way goes to quarantine, with the place', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['a bow-tie', polygon([a, b, d, c, a]), 'SELF_CROSSING', /near 117\.0175\d*, 29\.015/],
    ['a hole outside its shell', polygon(square, box(117.03, 29.012, 0.004)), 'HOLE_OUTSIDE', /near 117\.03\d*, 29\.01\d*/],
    [
      'parts upon each other',
      { type: 'MultiPolygon', coordinates: [[square], [box(117.02, 29.012, 0.004)]] },
      'PARTS_OVERLAP',
      /near 117\.02\d*, 29\.01\d*/,
    ],
    [
      'parts that cross',
      { type: 'MultiPolygon', coordinates: [[square], [box(117.02, 29.012, 0.009)]] },
      'RINGS_CROSS',
      /near 117\.02\d*, 29\.0\d*/,
    ],
    ['an unclosed ring', polygon([a, b, c, d]), 'UNCLOSED', /near 117\.01, 29\.02/],
  ])('%s', async (_, geometry, reason, place) => {
    const { run, refused, hectares } = await imported(geometry);
    expect(refused).toMatchObject({ file: 'lighthouse/beam.geojson', rowNumber: 1, field: 'geometry' });
    expect(refused!.rule).toMatch(/^GEOMETRY_INVALID: expected /);
    expect(refused!.value).toContain(reason);
    expect(refused!.value).toMatch(place);
    expect([hectares, run.repaired, run.accepted + run.quarantined]).toEqual([null, 0, run.read]);
  });

  test.each<[string, unknown, RegExp]>([
    ['a ring without width', polygon([a, b, a, a]), /covers ground/],
    ['NaN, as JSON writes it', polygon([a, [null, 29.01], c, d, a]), /finite numbers.*|point 1/],
    [
      'a number beyond all numbers',
      `{"type":"Polygon","coordinates":[[[117.01,29.01],[1e999,29.01],[117.025,29.02],[117.01,29.01]]]}`,
      /finite numbers/,
    ],
    ['a text for a number', polygon([a, ['117.025', 29.01], c, d, a]), /finite numbers/],
    ['columns swapped', polygon(square.map(([x, y]) => [y, x])), /within the bounds/],
  ])('%s', async (_, geometry, rule) => {
    const { refused, hectares, run } = await imported(geometry);
    expect(refused!.rule).toMatch(rule);
    expect([hectares, run.repaired]).toEqual([null, 0]);
  });

  test('and swapped columns are told for what they may be', async () => {
    const { refused } = await imported(polygon(square.map(([x, y]) => [y, x])));
    expect(refused!.value).toContain('(columns swapped?)');
  });
});

describe('a boundary with a fault that can be read in one way only is repaired once, and the run says so', () => {
  test.each<[string, unknown, string, number]>([
    ['a spike', polygon([a, b, [117.03, 29.01], b, c, d, a]), 'SPIKE', 0],
    [
      'a tiny loop',
      polygon([a, b, c, [117.0180001, 29.02], [117.018, 29.0200001], [117.0180001, 29.0200001], [117.018, 29.02], d, a]),
      'SELF_CROSSING',
      1,
    ],
    [
      'parts side by side',
      { type: 'MultiPolygon', coordinates: [[box(117.01, 29.01, 0.01)], [box(117.02, 29.01, 0.01)]] },
      'RINGS_CROSS',
      1,
    ],
  ])('%s', async (_, geometry, kind, mostM2) => {
    const { run, refused, hectares } = await imported(geometry);
    expect([refused, run.repaired]).toEqual([null, 1]);
    const [repair] = intake.repairs;
    expect(repair).toMatchObject({ layerKey: 'lighthouse/beam', localId: '0001', file: 'lighthouse/beam.geojson', rowNumber: 1 });
    expect(repair!.faults[0]).toMatchObject({ kind, longitude: expect.any(Number), latitude: expect.any(Number) });
    expect(Math.abs(repair!.areaChangeM2)).toBeLessThanOrEqual(mostM2 + 1e-3);
    expect(hectares).toBeCloseTo(repair!.areaM2 / 1e4, 6);
  });

  test('a collapsed ring among others is left out, and told', async () => {
    const { run, hectares } = await imported({ type: 'MultiPolygon', coordinates: [[square], [[a, b, a, a]]] });
    expect([run.repaired, hectares!.toFixed(1)]).toEqual([1, whole]);
    expect(intake.repairs[0]).toMatchObject({ faults: [], dropped: [{ what: 'COLLAPSED_RING', path: { part: 1 } }], areaChangeM2: 0 });
  });
});

describe('the same ground written otherwise is no fault', () => {
  test.each<[string, unknown]>([
    ['points twice', polygon([a, a, b, b, b, c, d, a])],
    ['a shell that runs clockwise', polygon(square.toReversed())],
    ['a third number', polygon(square.map(([x, y]) => [x, y, 31.5]))],
  ])('%s', async (_, geometry) => {
    const { run, refused, hectares } = await imported(geometry);
    expect([refused, run.repaired, run.quarantined, hectares!.toFixed(1)]).toEqual([null, 0, 0, whole]);
  });
});
