import { DutyMoveTable } from '../../../src/features/elements/storage/duty-move-table.js';
import { DutyReader } from '../../../src/features/elements/storage/duty-reader.js';
import { findOrganisation } from '../../../src/features/elements/storage/find-organisation.js';
import { OrganisationIdReader } from '../../../src/features/elements/storage/organisation-id-reader.js';
import { OrganisationIdTable } from '../../../src/features/elements/storage/organisation-id-table.js';
import { OrganisationReader } from '../../../src/features/elements/storage/organisation-reader.js';
import { anIntakeCity, type IntakeCity } from '../../support/intake/intake-city.js';
import { PackCopy } from '../../support/intake/pack-copy.js';

const header = 'organisation,issuer,scheme,code,evidence,valid_from,valid_to\n';
const [station, orchard, street] = ['1199010000000001AJ', '1199010000000002BN', '1199010000000003CT'];
const stationCode = `${station},港城市委组织部,party-id,D-000000001,示例,2020-01-01,\n`;
const file = 'organisation-ids.csv';
const [monday, tuesday, wednesday] = ['2026-03-09T08:00:00Z', '2026-03-10T08:00:00Z', '2026-03-11T08:00:00Z'].map(
  (text) => new Date(text),
) as [Date, Date, Date];

let city: IntakeCity;
let pack: PackCopy;

beforeEach(async () => {
  [city, pack] = await Promise.all([anIntakeCity(), PackCopy.make()]);
  await pack.replace('manifest.json', '"duties": [', `"organisationIds": [{ "path": "${file}", "format": "csv" }], "duties": [`);
  await pack.write(file, header + stationCode);
});
afterEach(async () => {
  await Promise.all([city?.close(), pack?.remove()]);
});

async function importAt(now: Date): Promise<number> {
  city.now = now;
  const { runs, changed } = await city.intake().cityImport.importPack(pack.folder);
  expect(runs.map(({ failure }) => failure)).toEqual([null, null, null]);
  return changed;
}

const uuidOf = (code: string): Promise<string> => findOrganisation(city.index.sql, code);
const declarant = async (recordedAt: Date) => ({
  ...{ declaredBy: 'somebody', role: '科长', document: '港编〔2026〕5号', recordedAt },
  onBehalfOf: await uuidOf(street),
});
const quarantined = () => city.index.sql.query('select file, row_number, field, value from quarantined_row order by id');

describe('the other ids of organisations', () => {
  test('arrive with the pack, find their organisation, and the same pack again changes nothing', async () => {
    await importAt(monday);
    expect(await uuidOf('D-000000001')).toBe(await uuidOf(station));
    const reader = new OrganisationReader(city.index.sql);
    expect((await reader.byCode('D-000000001', '2026-03-09')).map(({ code }) => code)).toEqual([station]);
    expect(await reader.byCode('D-000000001', '2019-12-31')).toEqual([]);
    const query = { codes: ['D-000000001'], at: '2026-03-09' };
    expect([await reader.count(query), (await reader.page({ query, first: 5, after: null })).rows.length]).toEqual([1, 1]);
    const held = await city.index.sql.query('select * from organisation_id');
    expect(await importAt(tuesday)).toBe(0);
    expect(await city.index.sql.query('select * from organisation_id')).toEqual(held);
  });

  test('may be used by every other row, in place of the own code', async () => {
    await pack.replace('duties.csv', station, 'D-000000001');
    await pack.replace('lighthouse/buildings.csv', station, 'D-000000001');
    await importAt(monday);
    expect(await quarantined()).toEqual([]);
    expect(
      await city.index.sql.query('select count(*)::int as rows from duty where organisation_id = $1', [await uuidOf(station)]),
    ).toEqual([{ rows: 1 }]);
  });

  test('a row is refused that names nobody, an id that somebody has, or a credit code with a wrong check character', async () => {
    const nobody = stationCode.replace(station, 'nobody').replace('D-000000001', 'D-2');
    const taken = stationCode.replace(station, orchard).replace('2020-01-01', '2025-01-01');
    const register = `${orchard},harbour,berth,B-7,示例,2020-01-01,\n`;
    const wrong = `${orchard},GB32100,credit-code,1199010000000003CX,示例,2020-01-01,\n`;
    await pack.write(file, header + stationCode + nobody + taken + register + wrong);
    await importAt(monday);
    expect(await quarantined()).toEqual([
      { file, row_number: 3, field: 'organisation', value: 'nobody' },
      { file, row_number: 4, field: 'code', value: 'D-000000001' },
      { file, row_number: 5, field: 'code', value: 'B-7' },
      { file, row_number: 6, field: 'code', value: '1199010000000003CX' },
    ]);
  });

  test('one that two organisations have under different issuers is ambiguous, wherever it is used', async () => {
    await pack.append(file, `${orchard},果园协会,member,D-000000001,示例,2020-01-01,\n`);
    await pack.replace('duties.csv', station, 'D-000000001');
    await importAt(monday);
    expect(await quarantined()).toEqual([{ file: 'duties.csv', row_number: 2, field: 'organisation', value: 'D-000000001' }]);
    await expect(uuidOf('D-000000001')).rejects.toMatchObject({ code: 'AMBIGUOUS_ID' });
  });

  test('what a person withdrew or gave to another, a pack does not bring back; what the pack drops is no longer believed', async () => {
    await importAt(monday);
    const table = new OrganisationIdTable();
    const [stationUuid, orchardUuid, who] = await Promise.all([uuidOf(station), uuidOf(orchard), declarant(tuesday)]);
    const reader = new OrganisationIdReader(city.index.sql);
    await city.index.transaction(async (sql) => {
      const [ids] = await reader.ofOrganisations([stationUuid]);
      await table.end(sql, (await table.held(sql, ids![0]!.uuid))!, '2026-01-01', who);
      const key = { issuer: '港城市委组织部', scheme: 'party-id', code: 'D-000000001', validFrom: '2026-01-01', validTo: null };
      await table.declare(sql, { ...key, organisationUuid: orchardUuid }, who);
    });
    await pack.replace(file, '2020-01-01', '2021-01-01');
    await importAt(wednesday);
    expect(
      (await reader.ofOrganisations([stationUuid, orchardUuid])).map((ids) => ids.map(({ validFrom, validTo }) => [validFrom, validTo])),
    ).toEqual([[['2020-01-01', '2026-01-01']], [['2026-01-01', null]]]);
    expect(await uuidOf('D-000000001')).toBe(orchardUuid);
  });
});

describe('duties that move by date', () => {
  const responsible = async (at: string, knownAt: Date | null = null): Promise<readonly string[]> => {
    const duties = await new DutyReader(city.index.sql).responsibleFor({
      ...{ standard: 'light-2020', kind: 'MATTER', code: '01', divisionCodes: ['990101001001', '990101001'], at, knownAt },
    });
    const names = await new OrganisationReader(city.index.sql).byUuid(duties.map(({ organisationUuid }) => organisationUuid));
    return duties.map(({ validFrom, validTo }, place) => `${names[place]!.code} ${validFrom} ${validTo ?? ''}`.trim());
  };
  const move = async (effectiveFrom: string, recordedAt: Date): Promise<string | null> => {
    const who = await declarant(recordedAt);
    const [fromUuid, toUuid] = [await uuidOf(station), await uuidOf(orchard)];
    return city.index.transaction((sql) =>
      new DutyMoveTable().move(sql, { fromUuid, toUuid, category: null, division: null, effectiveFrom }, who),
    );
  };

  test('concern the divisions that they lie in beside those of both organisations', async () => {
    await pack.replace('duties.csv', `*,990101001,${station}`, `*,990101001002,${station}`);
    await importAt(monday);
    const [fromUuid, toUuid] = [await uuidOf(station), await uuidOf(orchard)];
    const move = { fromUuid, toUuid, category: null, division: null, effectiveFrom: '2026-07-01' };
    const { divisions } = await new DutyMoveTable().concernOf(city.index.sql, move);
    expect([...divisions].sort()).toEqual(['990100', '990101001002']);
  });

  test('before the day the one, from the day on the other; what was known before the move stays known', async () => {
    await importAt(monday);
    await move('2026-07-01', tuesday);
    expect(await responsible('2026-06-30')).toEqual([`${station} 2020-01-01 2026-07-01`]);
    expect(await responsible('2026-07-01')).toEqual([`${orchard} 2026-07-01`]);
    expect(await responsible('2026-07-01', monday)).toEqual([`${station} 2020-01-01`]);
  });

  test('the same pack again changes nothing and does not undo the move, nor does one that states the duty anew', async () => {
    await importAt(monday);
    await move('2026-07-01', tuesday);
    const held = await city.index.sql.query('select * from duty order by id, recorded_from');
    expect(await importAt(wednesday)).toBe(0);
    expect(await city.index.sql.query('select * from duty order by id, recorded_from')).toEqual(held);

    const stated = `light-2020,MATTER,*,990101001,${station},2019-01-01,,\nlight-2020,MATTER,*,990101001,${orchard},2026-07-01,,\n`;
    await pack.append('duties.csv', stated);
    await importAt(new Date('2026-03-12T08:00:00Z'));
    expect(await responsible('2026-07-01')).toEqual([`${orchard} 2026-07-01`]);
    expect(await responsible('2019-06-01')).toEqual([`${station} 2019-01-01 2026-07-01`]);
  });

  test('a duty that had not begun moves whole, and where there is nothing to move nothing is written', async () => {
    await importAt(monday);
    await move('2019-01-01', tuesday);
    expect(await responsible('2026-01-01')).toEqual([`${orchard} 2020-01-01`]);
    expect(await importAt(wednesday)).toBe(0);
    expect(await responsible('2026-01-01')).toEqual([`${orchard} 2020-01-01`]);
    expect(await move('2026-07-01', wednesday)).toBeNull();
    expect(await city.index.sql.query('select count(*)::int as moves from duty_move')).toEqual([{ moves: 1 }]);
  });

  test('a duty that the pack states later is news, and stands', async () => {
    await importAt(monday);
    await move('2026-07-01', tuesday);
    await pack.append('duties.csv', `light-2020,MATTER,*,990101001,${station},2027-01-01,,\n`);
    await importAt(wednesday);
    expect((await responsible('2027-01-01')).toSorted()).toEqual([`${station} 2027-01-01`, `${orchard} 2026-07-01`]);
  });
});
