import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

let city: IntakeCity;
let pack: PackCopy;

beforeAll(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
});
afterAll(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

test('an index without a city has no registers to check rows against', async () => {
  await expect(city.intake().registers.read()).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    hint: 'Import a city pack first: npx allgrid import <folder>.',
  });
});

describe('the registers of a loaded city', () => {
  const read = () => city.intake().registers.read();

  beforeAll(async () => {
    await pack.write(
      'ids.csv',
      'organisation,issuer,scheme,code,evidence,valid_from,valid_to\n1199010000000001AJ,harbour,desk,D-9,公告,2020-01-01,\n',
    );
    await pack.replace('manifest.json', '"duties": [', '"organisationIds": [{ "path": "ids.csv", "format": "csv" }],\n  "duties": [');
    const { runs } = await city.intake().cityImport.importPack(pack.folder);
    expect(runs.map(({ quarantined, failure }) => [quarantined, failure])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
  });

  test('hold the city with its bounds, its day and its clock', async () => {
    const { city: facts, today, time, offices } = await read();
    expect(facts).toEqual({ code: '990100', timeZone: 'Asia/Shanghai', divisionScheme: 'cn-2-2-2-3-3', bounds: [117, 29, 117.1, 29.1] });
    expect([today, time.timeZone, offices.get('lighthouse')]).toEqual(['2026-03-11', 'Asia/Shanghai', 'LIGHTHOUSE']);
  });

  test('do not move times, which only a pack is written around an anchor for', async () => {
    expect((await read()).time.instant('2026-03-01T08:00:00')).toEqual(new Date('2026-03-01T00:00:00Z'));
  });

  test('know divisions that stand and that stood, and categories under standard and kind', async () => {
    const register = await read();
    expect([register.stands('990101001001'), register.stands('990101001003'), register.divisionsOf('990101001003').length]).toEqual([
      true,
      false,
      1,
    ]);
    expect(register.category({ standard: 'light-2020', kind: 'MATTER', code: '0101' })).toMatchObject({ parentCode: '01' });
    expect(register.category({ standard: 'light-2020', kind: 'COMPONENT', code: '0101' })).toBeNull();
  });

  test('find an organisation by its own code and by any other that it has', async () => {
    const register = await read();
    const found = register.organisation('1199010000000001AJ');
    expect(found).toMatchObject({ name: expect.any(String) as string, issuer: expect.any(String) as string });
    expect(register.organisation('D-9')).toBe(found);
    expect(register.organisation('D-10')).toBeNull();
  });
});
