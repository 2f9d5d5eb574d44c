import { ElementReader } from '../../../src/features/elements/storage/element-reader.js';
import type { ManifestOffice } from '../../../src/features/intake/index.js';
import { IntakeRunReader } from '../../../src/features/intake/storage/intake-run-reader.js';
import { OfficeStandingReader } from '../../../src/features/intake/storage/office-standing-reader.js';
import { MatterReader } from '../../../src/features/matters/storage/reading/matter-reader.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
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
  expect(inOrder(standings)).toEqual([
    { department: 'LIGHTHOUSE', asOf: city.now },
    { department: 'ORCHARD', asOf: city.now },
  ]);
  const elements = await new ElementReader(city.index.sql).countsOfOffices(aScope());
  expect(inOrder(elements)).toEqual([
    { department: null, elements: 2 },
    { department: 'LIGHTHOUSE', elements: 4 },
    { department: 'ORCHARD', elements: 1 },
  ]);
  const matters = await new MatterReader(city.index.sql, new Map()).countsOfOffices(aScope());
  expect(inOrder(matters)).toEqual([
    { department: 'LIGHTHOUSE', matters: 3 },
    { department: 'ORCHARD', matters: 2 },
  ]);
});

test('what a scope does not read is counted for no office', async () => {
  await city.intake().cityImport.importPack(pack.folder);
  const orchards = aScope({ readings: readingsOf(['ORCHARD']) });
  expect(await new MatterReader(city.index.sql, new Map()).countsOfOffices(orchards)).toEqual([{ department: 'ORCHARD', matters: 2 }]);
  expect(await new IntakeRunReader(city.index.sql).newest(orchards, { department: 'LIGHTHOUSE', first: 10 })).toEqual([]);
  const [run] = await new IntakeRunReader(city.index.sql).newest(orchards, { department: 'ORCHARD', first: 10 });
  expect(run).toMatchObject({ department: 'ORCHARD', state: 'DONE' });
});

function inOrder<Row extends { readonly department: string | null }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.department ?? '').localeCompare(b.department ?? ''));
}
