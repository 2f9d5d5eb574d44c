import { gzipSync } from 'node:zlib';

import type { MatterRowFacts } from '../../../src/departments/contract.js';
import { petition } from '../../../src/departments/petition/index.js';
import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { type ImportOutcome, refusalSentence } from '../../../src/features/intake/index.js';
import { CityError } from '../../../src/kernel/city-error.js';
import { InMemoryIntake } from '../../fakes/intake/in-memory-intake.js';
import { lighthouse } from '../../fixtures/offices/lighthouse.js';
import { orchard } from '../../fixtures/offices/orchard.js';
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

/** Imports the spoilt pack; answers every refusal as people read it. */
async function refusals(): Promise<readonly string[]> {
  const outcome = await intake.importPack(pack.folder);
  expectBalance(outcome);
  return intake.quarantined.map(refusalSentence);
}

function expectBalance({ runs }: ImportOutcome): void {
  for (const { read, accepted, quarantined } of runs) expect(accepted + quarantined).toBe(read);
}

/** Imports a pack that cannot be read at all. */
async function refusal(): Promise<CityError> {
  const thrown: unknown = await intake.importPack(pack.folder).then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(CityError);
  expect(intake.fronts.get('lighthouse')!.units.size).toBe(0);
  return thrown as CityError;
}

/** The failure of one office whose file cannot be read; the other goes on. */
async function failureOf(department: string): Promise<string | null> {
  const { runs } = await intake.importPack(pack.folder);
  expect(runs.filter(({ failure }) => failure !== null).map((run) => run.department)).toEqual([department]);
  return runs.find((run) => run.department === department)!.failure;
}

describe('a row that breaks a rule is refused with file, row, field, expectation and value, and the others go on', () => {
  test.each([
    [
      'a duplicate id',
      'lighthouse/beam.csv',
      '0002,西灯',
      '0001,西灯',
      'lighthouse/beam.csv, row 3, field local_id: BAD_USER_INPUT: expected each id once; it stands in lighthouse/beam.csv, row 2 already, got "0001". The first row was taken. Remove the other, or give it its own id.',
    ],
    [
      'a wrong code',
      'lighthouse/beam.csv',
      '0001,东灯',
      '1,东灯',
      'lighthouse/beam.csv, row 2, field local_id: BAD_USER_INPUT: expected an id of the scheme beam-4: 4 digits, got "1". Correct the id at the source.',
    ],
    [
      'an id that a spreadsheet ruined',
      'lighthouse/beam.csv',
      '0001,东灯',
      '1.1E+17,东灯',
      'lighthouse/beam.csv, row 2, field local_id: ID_PRECISION: expected an id as text, not a number that a spreadsheet has shortened, got "1.1E+17". Format the column as text at the source, then export again.',
    ],
    [
      'a date that does not exist',
      'lighthouse/beam.csv',
      '120,2021-05-01',
      '120,2026-02-30',
      'lighthouse/beam.csv, row 2, field valid_from: DATE_INVALID: expected a real calendar date YYYY-MM-DD, got "2026-02-30". Correct the date at the source.',
    ],
    [
      'a range that ends before it begins',
      'lighthouse/beam.csv',
      '2021-05-01,,,,2026-02-20,LED',
      '2021-05-01,2021-05-01,,,2026-02-20,LED',
      'lighthouse/beam.csv, row 2, field valid_to: DATE_INVALID: expected a date after valid_from 2021-05-01, got "2021-05-01". Correct the range; it is half-open.',
    ],
    [
      'an unknown division',
      'lighthouse/beam.csv',
      '东灯,990101001001',
      '东灯,990101001009',
      'lighthouse/beam.csv, row 2, field division: BAD_USER_INPUT: expected the code of a division of this city, got "990101001009". Correct the code, or add the division to the city’s divisions file.',
    ],
    [
      'a division that is no more',
      'lighthouse/beam.csv',
      '东灯,990101001001',
      '东灯,990101001003',
      'lighthouse/beam.csv, row 2, field division: BAD_USER_INPUT: expected a division that stands on 2026-03-01, got "990101001003". 三号社区 stood until 2015-01-01: give the division that took its place.',
    ],
    [
      'households below nothing',
      'lighthouse/beam.csv',
      ',120,',
      ',-1,',
      'lighthouse/beam.csv, row 2, field households: BAD_USER_INPUT: expected a whole number from 0, got "-1". Correct the number at the source.',
    ],
    [
      'an own field with an unknown word',
      'lighthouse/beam.csv',
      'LED,24',
      'GAS,24',
      'lighthouse/beam.csv, row 2, field lamp: BAD_USER_INPUT: expected one of LED, OIL, got "GAS". Use one of these words, or map the office’s own by `words` in manifest.json.',
    ],
    [
      'too few cells',
      'lighthouse/counts.csv',
      'ships,42,2026-02-20',
      'ships,42',
      'lighthouse/counts.csv, row 2: BAD_USER_INPUT: expected 5 cells as in the first row, not 4, got "lighthouse/beam,0001,ships,42". Quote cells that hold commas, quotes or line ends, and give every row all cells.',
    ],
    [
      'an unknown unit',
      'lighthouse/counts.csv',
      'beam,0001',
      'beam,0009',
      'lighthouse/counts.csv, row 2, field local_id: BAD_USER_INPUT: expected the id of a known unit of lighthouse/beam, got "0009". Correct layer and id; a unit that was refused itself must be corrected first.',
    ],
    [
      'an unknown keeper',
      'lighthouse/buildings.csv',
      '灯塔楼,1199010000000001AJ',
      '灯塔楼,nobody',
      'lighthouse/buildings.csv, row 2, field keeper: BAD_USER_INPUT: expected the code of a known organisation, got "nobody". Correct the code, or add the organisation to the city’s organisations file.',
    ],
    [
      'swapped coordinates',
      'lighthouse/buildings.csv',
      '117.012,29.012',
      '29.012,117.012',
      'lighthouse/buildings.csv, row 2, field longitude: GEOMETRY_INVALID: expected a point within the city, 117, 29, 117.1, 29.1 (west, south, east, north), got "29.012, 117.012". Longitude and latitude are swapped: exchange the two columns.',
    ],
    [
      'a place in the sea off Africa',
      'lighthouse/buildings.csv',
      '117.012,29.012',
      '0,0',
      'lighthouse/buildings.csv, row 2, field longitude: GEOMETRY_INVALID: expected a point within the city, 117, 29, 117.1, 29.1 (west, south, east, north), got "0, 0". Leave both cells empty where no place is known; 0, 0 lies in the sea.',
    ],
    [
      'an hour that no clock shows',
      'lighthouse/matters.csv',
      '990101001001,2026-02-01T08:00:00',
      '990101001001,2026-02-01T24:00:00',
      'lighthouse/matters.csv, row 2, field reported_at: DATE_INVALID: expected an instant YYYY-MM-DDTHH:mm:ss that the clocks of Asia/Shanghai show, or one with an offset, got "2026-02-01T24:00:00". Correct the time at the source.',
    ],
    [
      'steps that do not end in the state',
      'lighthouse/matters.csv',
      'GRID,CLOSED',
      'GRID,ACCEPTED',
      'lighthouse/matters.csv, row 2, field steps: BAD_USER_INPUT: expected a last step that agrees with the state ACCEPTED, got "CLOSED". Correct the state or the steps.',
    ],
    [
      'an unknown category',
      'lighthouse/matters.csv',
      'light-2020,MATTER,0101',
      'light-2020,MATTER,101',
      'lighthouse/matters.csv, row 2, field category: BAD_USER_INPUT: expected a category of light-2020, MATTER, got "101". Correct standard, kind and code, or add the category to the city’s categories file.',
    ],
    [
      'a credit code with a wrong check character',
      'organisations.csv',
      'credit-code,1199010000000003CT',
      'credit-code,1199010000000003CX',
      'organisations.csv, row 2, field code: BAD_USER_INPUT: expected T as the check character, the last of 18, got "1199010000000003CX". Correct the credit code from the registration certificate.',
    ],
    [
      'a parent that is not there',
      'divisions.csv',
      '一号社区,COMMUNITY,990101001,',
      '一号社区,COMMUNITY,990101009,',
      'divisions.csv, row 5, field parent: BAD_USER_INPUT: expected the code of another row that is accepted, got "990101009". Correct the parent, or the row of the parent.',
    ],
    [
      'text that a wrong encoding spoilt',
      'lighthouse/beam.csv',
      '东灯',
      '锟斤拷',
      'lighthouse/beam.csv, row 2, field name: TEXT_INVALID: expected text that was not spoilt by a wrong encoding, got "锟斤拷". Export the file as UTF-8 from the source again.',
    ],
  ])('%s', async (_, file, from, to, sentence) => {
    await pack.replace(file, from, to);
    expect(await refusals()).toContain(sentence);
  });

  test('an unclosed ring', async () => {
    await pack.replace('lighthouse/beam.geojson', ', [117.01, 29.01]]]', ']]');
    expect(await refusals()).toContain(
      'lighthouse/beam.geojson, row 1, field geometry: GEOMETRY_INVALID: expected closed rings that do not meet, but the ring does not end where it began near 117.01, 29.02 (part 0, ring 0, point 3, counted from 0), got "UNCLOSED near 117.01, 29.02". Correct the boundary in the office’s own register and send the row again.',
    );
  });

  test('a ring that crosses itself', async () => {
    await pack.replace('lighthouse/beam.geojson', '[117.025, 29.02], [117.01, 29.02]', '[117.01, 29.02], [117.025, 29.02]');
    const [sentence] = await refusals();
    expect(sentence).toMatch(
      /^lighthouse\/beam\.geojson, row 1, field geometry: GEOMETRY_INVALID: expected closed rings that do not meet, but the ring crosses or touches itself near .*, got "SELF_CROSSING near /,
    );
    expect(intake.fronts.get('lighthouse')!.units.has('lighthouse/beam 0002')).toBe(true);
  });

  test('a small loop in a shore is repaired, told, and taken', async () => {
    await pack.replace(
      'lighthouse/beam.geojson',
      '[117.025, 29.02], [117.01, 29.02]',
      '[117.025, 29.02], [117.0180001, 29.02], [117.018, 29.0200001], [117.0180001, 29.0200001], [117.018, 29.02], [117.01, 29.02]',
    );
    expect(await refusals()).toEqual([]);
    expect(intake.repairs).toMatchObject([
      { layerKey: 'lighthouse/beam', localId: '0001', file: 'lighthouse/beam.geojson', rowNumber: 1, faults: [{ kind: 'SELF_CROSSING' }] },
    ]);
    expect(intake.fronts.get('lighthouse')!.units.has('lighthouse/beam 0001')).toBe(true);
  });

  test('a JSON number where an id belongs, unless the scheme is opaque and the manifest names the property', async () => {
    await pack.replace('lighthouse/beam.geojson', '"local_id": "0001"', '"local_id": 1');
    expect(await refusals()).toContain(
      'lighthouse/beam.geojson, row 1, field local_id: ID_PRECISION: expected an id as text, got a number, got "1". Write the id as text at the source (in quotes in JSON): numbers lose leading zeros, and digits from the 16th on.',
    );
  });

  test('a number too large to be exact, everywhere', async () => {
    await pack.replace('orchard/row.geojson', '"RowNo": 5', '"RowNo": 3602030010010015551');
    expect((await refusals())[0]).toMatch(/^orchard\/row\.geojson, row 1, field RowNo: ID_PRECISION: /);
  });

  test('a member that is no unit of the other layer', async () => {
    await pack.replace('lighthouse/watch.csv', '0001;0002', '0001;0007');
    expect(await refusals()).toEqual([
      'lighthouse/watch.csv, row 2, field members: BAD_USER_INPUT: expected local ids of lighthouse/beam, got "0007". Correct the list; a member that was refused itself must be corrected first.',
    ]);
  });

  test('a boundary of no unit', async () => {
    await pack.replace('lighthouse/beam.geojson', '"local_id": "0003"', '"local_id": "0033"');
    expect((await refusals())[0]).toMatch(/^lighthouse\/beam\.geojson, row 3, field local_id: .*, got "0033"/);
  });

  test('a quote that is never closed costs the rows after it, and says so', async () => {
    await pack.replace('lighthouse/buildings.csv', 'b-002,', 'b-002,"');
    expect(await refusals()).toEqual([
      'lighthouse/buildings.csv, row 3: BAD_USER_INPUT: expected a quote that is closed within its record; nothing after this row could be read. Close the quote, and write a quote inside a quoted cell twice.',
    ]);
    expect(intake.fronts.get('lighthouse')!.elements.map(({ sourceId }) => sourceId)).toEqual(['b-001']);
  });
});

describe('what a refused matter was refused for', () => {
  test('is not shown where the matter is sealed, stays home, or may do either', async () => {
    const { quarantined } = intake;
    for (const title of ['具名的标题', '控告守塔人']) await pack.replace('lighthouse/matters.csv', `,01,${title}`, `,secret,${title}`);
    await refusals();
    expect(quarantined.map(({ rowNumber, field, value }) => [rowNumber, field, value])).toEqual([
      [4, 'category', null],
      [5, 'category', null],
    ]);
  });

  test('shows no word of a row that stays home, whichever cell it was refused for', async () => {
    const [header, ...lines] = (await pack.read('lighthouse/matters.csv')).trim().split('\n');
    const columns = header!.split(',');
    const row = lines.find((line) => line.startsWith('L-4,'))!.split(',');
    // Words that stand in this row alone, and one after the other a cell that its rule refuses.
    const cells: Readonly<Record<string, string>> = { layer: 'lighthouse/beam', unit: '0001', state: 'ACCEPTED', division: '990101001' };
    const own = columns.map((column, index) => cells[column] ?? row[index]!);
    const spoilt = columns
      .filter((column) => column !== 'signal')
      .map((column) => own.map((cell, index) => (columns[index] === column ? `不可示人${'x'.repeat(20_000)}` : cell)));
    const steps = own.map((cell, index) => (columns[index] === 'steps' ? 'CLOSED@2026-02-28T11:00:00@' : cell));
    await pack.write('lighthouse/matters.csv', [header, ...[...spoilt, steps].map((cellsOf) => cellsOf.join(',')), ''].join('\n'));
    await refusals();
    expect(intake.quarantined.length).toBe(columns.length);
    for (const { value, rule, remedy } of intake.quarantined) {
      expect(value).toBeNull();
      expect(`${rule} ${remedy}`).not.toMatch(/不可示人|L-4|light-2020|控告|lighthouse\/beam|0001|state ACCEPTED|1199010000000001AJ/);
    }
  });

  test.each([
    ['检举', null],
    ['', null],
    ['01', 'secret'],
  ])('of a petition with the purpose %j, sealed by nobody, shows %j', async (purpose, shown) => {
    const office = {
      ...lighthouse,
      matterFields: null,
      staysHome: ({ sealed }: MatterRowFacts) => petition.staysHome({ sealed, own: { purposeCode: purpose } }),
    };
    intake = new InMemoryIntake([office, orchard], engine, new Date('2026-03-01T04:00:00Z'));
    const text = await pack.read('lighthouse/matters.csv');
    await pack.write('lighthouse/matters.csv', text.replace(/,(signal|GREEN|RED)$/gm, '').replace(',0101,', ',secret,'));
    await refusals();
    expect(intake.quarantined.map(({ rowNumber, field, value }) => [rowNumber, field, value])).toEqual([[2, 'category', shown]]);
  });

  test('is not shown of a second row for a matter whose first row stays home', async () => {
    await pack.append(
      'lighthouse/matters.csv',
      'L-4,light-2020,MATTER,01,灯,,OFFICE,REPORTED,,1199010000000001AJ,,,,,,,,2026-02-28T12:00:00,,,false,GREEN\n',
    );
    await refusals();
    expect(intake.quarantined.map(({ rowNumber, field, value }) => [rowNumber, field, value])).toEqual([[6, 'local_id', null]]);
  });

  test('is not shown where it is the text itself, nor where the row cannot be told into cells', async () => {
    await pack.replace('lighthouse/matters.csv', '夜里看不见。', '夜'.repeat(20_001));
    await pack.append('lighthouse/matters.csv', 'L-9,绝不外传\n');
    await refusals();
    expect(intake.quarantined.map(({ rowNumber, value }) => [rowNumber, value])).toEqual([
      [2, null],
      [6, null],
    ]);
  });
});

describe('a layer is not emptied by a file that does not speak for it', () => {
  const retired = async (): Promise<readonly string[]> => {
    await intake.importPack(pack.folder);
    return intake.fronts.get('lighthouse')!.retired;
  };

  test('a unit that is left out ends; one whose row is refused stays', async () => {
    await intake.importPack(pack.folder);
    await pack.replace('lighthouse/beam.csv', '0001,东灯,990101001001', '0001,东灯,nowhere');
    await pack.replace('lighthouse/beam.csv', '0002,西灯,990101001002,80,2021-05-01,,,,2026-02-20,OIL,31,,false\n', '');
    expect(await retired()).toEqual(['0002']);
  });

  test.each([
    ['a row whose id cannot be read', (text: string) => text.replace('0002,西灯', ',西灯')],
    ['a row whose id has a blank', (text: string) => text.replace('0002,西灯', '0002 ,西灯')],
    ['a row whose id breaks the rule of its scheme', (text: string) => text.replace('0002,西灯', '00021,西灯')],
    ['a row too short to be told', (text: string) => text.replace('0002,西灯', '0002西灯')],
    ['no row at all', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
  ])('%s ends nothing', async (_, spoil) => {
    await intake.importPack(pack.folder);
    await pack.write('lighthouse/beam.csv', spoil(await pack.read('lighthouse/beam.csv')));
    expect(await retired()).toEqual([]);
  });
});

describe('a pack that cannot be read is refused before anything is written', () => {
  test('a missing file', async () => {
    await pack.remove('orchard/matters.csv');
    const error = await refusal();
    expect([error.code, error.message, error.hint]).toEqual([
      'PACK_INVALID',
      'orchard/matters.csv: expected every file that the manifest names, but missing: orchard/matters.csv.',
      'Add the file (plain or gzipped), or take it out of manifest.json.',
    ]);
  });

  test('no manifest, or none that is JSON', async () => {
    await pack.write('manifest.json', '{"format":');
    expect((await refusal()).message).toMatch(/^manifest\.json: expected JSON, /);
    await pack.remove('manifest.json');
    expect((await refusal()).message).toBe('manifest.json: expected a city pack with a manifest.json, found none in this folder.');
  });

  test.each([
    ['"idScheme": "beam-4"', '"idScheme": 4', /^manifest\.json: at \$\.offices\[0\]\.layers\[0\]\.idScheme: .*, got 4\.$/],
    ['"allgrid-city-pack/1"', '"allgrid-city-pack/9"', /^manifest\.json: at \$\.format: .*, got "allgrid-city-pack\/9"\.$/],
    ['"path": "duties.csv"', '"path": "../duties.csv"', /expected paths inside the pack, got "\.\.\/duties\.csv"/],
    [
      '"key": "orchard"',
      '"key": "vineyard"',
      /^manifest\.json: at \$\.offices\[1\]\.key: expected one of lighthouse, orchard, got "vineyard"\.$/,
    ],
    ['"membersOf": "lighthouse/beam"', '"membersOf": "lighthouse/ray"', /\$\.offices\[0\]\.layers\[1\]\.membersOf: expected another layer/],
    ['"primary": true', '"primary": false', /\$\.offices\[0\]\.layers: expected exactly one primary layer, got "0"/],
  ])('a manifest with %s changed to %s', async (from, to, message) => {
    await pack.replace('manifest.json', from, to);
    const error = await refusal();
    expect(error.code).toBe('PACK_INVALID');
    expect(error.message).toMatch(message);
  });

  test.each([
    ['a column twice', 'code,name,level', 'code,code,level', 'divisions.csv: expected each column once, "code" stands there twice.'],
    [
      'a column that no rule knows',
      'code,name,level,parent',
      'code,name,level,mother',
      'divisions.csv: expected only columns that a rule knows, got "mother".',
    ],
    [
      'a column that reaches into the machinery',
      'code,name,level,parent',
      'code,name,level,__proto__',
      'divisions.csv: no column may be called __proto__.',
    ],
    ['a missing column', 'code,name,level', 'code,name,height', 'divisions.csv: expected a column "level", the file has none.'],
  ])('%s', async (_, from, to, message) => {
    await pack.replace('divisions.csv', from, to);
    const error = await refusal();
    expect([error.code, error.message]).toEqual(['PACK_INVALID', message]);
  });
});

describe('a file that cannot be read fails its office alone', () => {
  test('bytes that are neither UTF-8 nor GB18030', async () => {
    await pack.write(
      'lighthouse/counts.csv',
      Buffer.concat([Buffer.from(await pack.read('lighthouse/counts.csv')), Buffer.from([0xb5, 0x0a])]),
    );
    expect(await failureOf('LIGHTHOUSE')).toMatch(
      /^lighthouse\/counts\.csv: expected UTF-8 or GB18030 throughout, but byte \d+ \(line \d+\) is no UTF-8 and byte \d+ /,
    );
  });

  test('a GeoJSON file that was cut off, and one that is none', async () => {
    const whole = await pack.read('orchard/row.geojson');
    await pack.write('orchard/row.geojson', whole.slice(0, 200));
    expect(await failureOf('ORCHARD')).toMatch(/^orchard\/row\.geojson: expected JSON, /);
    await pack.write('orchard/row.geojson', '{"type":"Topology"}');
    expect(await failureOf('ORCHARD')).toBe(
      'orchard/row.geojson: expected a GeoJSON FeatureCollection with features, got "Topology" at $.type.',
    );
  });

  test('a gzip file that was cut off', async () => {
    await pack.write('lighthouse/counts.csv.gz', gzipSync(await pack.read('lighthouse/counts.csv')).subarray(0, 60));
    await pack.remove('lighthouse/counts.csv');
    expect(await failureOf('LIGHTHOUSE')).toBe('lighthouse/counts.csv: expected a whole gzip file, its contents are damaged or cut off.');
  });
});

test('a gzipped file, a byte order mark and Windows line ends read as the plain file', async () => {
  const counts = await pack.read('lighthouse/counts.csv');
  await pack.write('lighthouse/counts.csv.gz', gzipSync(`\uFEFF${counts.replaceAll('\n', '\r\n')}`));
  await pack.remove('lighthouse/counts.csv');
  expect(await refusals()).toEqual([]);
  expect(intake.fronts.get('lighthouse')!.counts.map(({ localId, measure, value }) => [localId, measure, value])).toEqual([
    ['0001', 'ships', 42],
    ['990101001001001', 'lamps', null],
  ]);
});
