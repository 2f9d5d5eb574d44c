import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import type { RunFinding } from '../../../src/features/intake/index.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { toGcj02 } from '../../support/geometry/gcj02.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

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

async function findings(): Promise<readonly RunFinding[]> {
  const { runs } = await intake.importPack(pack.folder);
  expect(runs.map(({ failure, quarantined }) => [failure, quarantined])).toEqual(runs.map(() => [null, 0]));
  return runs.flatMap((run) => run.findings);
}

/** Moves every position of a GeoJSON file. */
async function move(file: string, to: (position: readonly [number, number]) => readonly [number, number]): Promise<void> {
  const moved = (await pack.read(file)).replaceAll(/\[(1[\d.]+), (2[\d.]+)\]/g, (_, x: string, y: string) =>
    JSON.stringify(to([Number(x), Number(y)])),
  );
  await pack.write(file, moved);
}

describe('a layer as it comes from the world', () => {
  test('that is as it should be leaves nothing to say', async () => {
    expect(await findings()).toEqual([]);
  });

  test('in GCJ-02 behind a member that says WGS 84 is found by what a move would better, and told which way', async () => {
    await move('lighthouse/beam.geojson', toGcj02);
    const [finding, ...others] = await findings();

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'DATUM_OFFSET', layerKey: 'lighthouse/beam', localId: null });
    const [x, y] = toGcj02([117.025, 29.015]);
    const east = (117.025 - x) * 111_320 * Math.cos((29.015 * Math.PI) / 180);
    const north = (29.015 - y) * 111_320;
    expect(Math.hypot(east, north)).toBeGreaterThan(300);
    expect(Math.hypot(Number(finding!.measures['eastM']) - east, Number(finding!.measures['northM']) - north)).toBeLessThan(60);
    expect(finding!.messageZh).toMatch(/GCJ-02/);
  });

  test('of another place, or so much of another year that its ground is elsewhere, is told', async () => {
    await move('lighthouse/beam.geojson', ([x, y]) => [x, Number((y + 0.03).toFixed(6))]);
    expect(await findings()).toMatchObject([{ kind: 'POOR_COVER', layerKey: 'lighthouse/beam', measures: { shared: 0 } }]);
  });

  test('whose rows are of another year than all other layers is told with both days', async () => {
    await pack.write('lighthouse/beam.csv', (await pack.read('lighthouse/beam.csv')).replaceAll('2026-02-20', '2019-06-30'));
    const [finding] = await findings();
    expect(finding).toMatchObject({
      kind: 'OTHER_VINTAGE',
      layerKey: 'lighthouse/beam',
      measures: { asOf: '2019-06-30', nearest: 'city/all-elements', nearestAsOf: '2026-02-28' },
    });
  });

  test('drawn crudely, so that it lies upon itself, is taken and told with a place', async () => {
    await pack.replace('lighthouse/beam.geojson', '[[[117.025, 29.01], [117.04, 29.01], [117.04, 29.02], [117.025, 29.02], [117.025, 29.01]]]', '[[[117.022, 29.01], [117.04, 29.01], [117.04, 29.02], [117.022, 29.02], [117.022, 29.01]]]'); // prettier-ignore
    const [finding, ...others] = await findings();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'SELF_OVERLAP', layerKey: 'lighthouse/beam', measures: { one: '0001', other: '0002' } });
    // 0.003 of the 0.033 degrees that are drawn lie twice; a point there may have been drawn from either unit.
    expect(finding!.measures['share']).toBeGreaterThan(0.1);
    expect(finding!.measures['share']).toBeLessThan(0.25);
  });

  test('with one id on several rows is one unit of several parts; where the rows disagree the first is kept, and that is told', async () => {
    await pack.replace('orchard/row.geojson', '"RowNo": 10, "RowName": "第十行"}, "geometry": {"type": "Polygon", "coordinates": [[[117.03', '"RowNo": 10, "RowName": "第拾行"}, "geometry": {"type": "Polygon", "coordinates": [[[117.03'); // prettier-ignore
    expect(await findings()).toMatchObject([
      {
        kind: 'PARTS_DISAGREE',
        layerKey: 'orchard/row',
        localId: '10',
        measures: { rows: 2, fields: 'RowName', file: 'orchard/row.geojson' },
      },
    ]);
    const unit = intake.fronts.get('orchard')!.units.get('orchard/row 10');
    expect([unit!.name, unit!.boundary!.length]).toEqual(['第十行', 2]);
  });
});
