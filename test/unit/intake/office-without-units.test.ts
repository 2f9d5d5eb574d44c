import type { DepartmentDefinition } from '../../../src/departments/contract.js';
import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import type { ManifestOffice } from '../../../src/features/intake/index.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let engine: OverlayEngine;
let pack: PackCopy;
let intake: InMemoryIntake;

/** An office that takes calls about the whole city and draws no grids. */
const hotline: DepartmentDefinition = { ...orchard, gridType: null, unitFields: null };

beforeAll(async () => {
  engine = await openGeosOverlayEngine();
});
afterAll(() => engine.dispose());
beforeEach(async () => {
  pack = await PackCopy.make();
  intake = new InMemoryIntake([lighthouse, hotline], engine, new Date('2026-03-01T04:00:00Z'));
});
afterEach(() => pack.remove());

describe('an office that keeps matters and no units', () => {
  test('joins with its matters', async () => {
    const manifest = JSON.parse(await pack.read('manifest.json')) as { offices: ManifestOffice[] };
    const offices = manifest.offices.map((office) => (office.key === hotline.key ? { ...office, layers: [] } : office));
    await pack.write('manifest.json', JSON.stringify({ ...manifest, offices }));
    const { runs } = await intake.importPack(pack.folder);
    expect(runs.at(-1)).toMatchObject({ department: hotline.code, accepted: 2, quarantined: 0, failure: null });
    expect(intake.fronts.get(hotline.key)!.matters.map(({ localId }) => localId)).toEqual(['7001', '7002']);
  });

  test('is refused a layer, before anything is written', async () => {
    await expect(intake.importPack(pack.folder)).rejects.toMatchObject({
      code: 'PACK_INVALID',
      message: 'manifest.json: at $.offices[1].layers: expected no layers of an office that keeps no units, got "orchard/row".',
    });
  });
});
