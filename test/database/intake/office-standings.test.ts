import type { ManifestOffice } from '../../../src/features/intake/index.js';
import { OfficeStandingReader } from '../../../src/features/intake/storage/office-standing-reader.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

test('an office that keeps matters and no layer stands beside the others', async () => {
  const manifest = JSON.parse(await pack.read('manifest.json')) as { offices: ManifestOffice[] };
  const offices = manifest.offices.map((office) => (office.key === 'orchard' ? { ...office, layers: [] } : office));
  await pack.write('manifest.json', JSON.stringify({ ...manifest, offices }));
  await city.intake().cityImport.importPack(pack.folder);
  const standings = await new OfficeStandingReader(city.index.sql).all();
  expect(standings.toSorted((a, b) => a.department.localeCompare(b.department))).toEqual([
    { department: 'LIGHTHOUSE', asOf: city.now, elements: 4, matters: 3 },
    { department: 'ORCHARD', asOf: city.now, elements: 1, matters: 2 },
  ]);
});
