import type { OverlayEngine } from '../../../src/features/crosswalk/compute/overlay-engine.js';
import { openGeosOverlayEngine } from '../../../src/features/crosswalk/geos/geos-overlay-engine.js';
import { refusalSentence } from '../../../src/features/intake/index.js';
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

/** Puts a part into the manifest, before the duties. */
const declare = (part: string): Promise<void> => pack.replace('manifest.json', '"duties": [', `${part}, "duties": [`);

async function importFile(part: 'holidays' | 'limits', text: string): Promise<readonly string[]> {
  await declare(`"${part}": [{ "path": "${part}.csv", "format": "csv" }]`);
  await pack.write(`${part}.csv`, text);
  await intake.importPack(pack.folder);
  return intake.quarantined.map(refusalSentence);
}

describe('holidays.csv', () => {
  const year = '2027-01-01,HOLIDAY,元旦,\n2027-05-01,HOLIDAY,劳动节,\n2027-10-01,HOLIDAY,国庆节,\n';

  test('gives its years whole, under English headers and words or Chinese ones, and mends a year that is known', async () => {
    const chinese =
      '日期,类型,名称,依据文件\n2027/1/1,放假,元旦,国办发明电\n2027-05-01,放假,劳动节,\n2027-10-01,放假,国庆节,\n2026-12-27,调休上班,元旦,\n';
    expect(await importFile('holidays', chinese)).toEqual([]);
    expect(intake.clocks.years).toEqual([2027]);
    expect(intake.clocks.days).toHaveLength(4);
    expect(intake.clocks.days[0]).toEqual({ day: '2027-01-01', kind: 'HOLIDAY', name: '元旦', document: '国办发明电' });
    expect(intake.clocks.days[3]).toMatchObject({ day: '2026-12-27', kind: 'WORKDAY' });
  });

  test('does not make a year known of which a row was refused, since that row may be the day that matters', async () => {
    const refused = await importFile('holidays', `date,kind,name,document\n${year}2027-02-30,HOLIDAY,春节,\n`);
    expect(refused).toEqual([expect.stringMatching(/^holidays\.csv, row 5, field date: DATE_INVALID/)]);
    expect(intake.clocks.years).toEqual([]);
  });

  test('is refused days of a year that would stay unknown, so that nobody takes it for loaded', async () => {
    const refused = await importFile('holidays', `date,kind,name,document\n${year}2028-01-01,HOLIDAY,元旦,\n`);
    expect(refused).toEqual([expect.stringMatching(/row 5, field date: DATE_INVALID: expected a day of a year that the file gives whole/)]);
    expect([intake.clocks.years, intake.clocks.days.length]).toEqual([[2027], 3]);
  });

  test('is refused each row that breaks a rule', async () => {
    const rows = ['2027-01-02,REST,元旦,', '2027-01-03,HOLIDAY,,', '2027-01-01,WORKDAY,元旦,'];
    expect(await importFile('holidays', `date,kind,name,document\n${year}${rows.join('\n')}\n`)).toEqual([
      expect.stringMatching(/row 5, field kind: BAD_USER_INPUT: expected one of HOLIDAY, WORKDAY, got "REST"/),
      expect.stringMatching(/row 6, field name: BAD_USER_INPUT: expected a value/),
      expect.stringMatching(/row 7, field date: .* "2027-01-01"/),
    ]);
  });
});

describe('limits.csv', () => {
  const header = 'procedure,clock,standard,kind,category,division,condition,condition_zh,amount,unit,valid_from,valid_to,document\n';

  test('gives limits for all, for a standard, for a category in a division, and under a condition', async () => {
    const rows = [
      ',REVIEW,,,,,,,1,WORKING_DAYS,2026-01-01,,',
      ',HANDLING,light-2020,MATTER,*,,,,5,CALENDAR_DAYS,2026-01-01,2027-01-01,示例',
      'lighthouse,HANDLING,light-2020,MATTER,0101,990101001,DARK,全街无灯,2,URGENT_WORKING_HOURS,2026-01-01,,',
    ];
    expect(await importFile('limits', `${header}${rows.join('\n')}\n`)).toEqual([]);
    const [review, standard, category] = intake.clocks.limits;
    expect(review).toMatchObject({ procedure: 'common', standard: null, kind: null, categoryCode: null, condition: '', conditionZh: null });
    expect(standard).toMatchObject({ standard: 'light-2020', categoryCode: null, validTo: '2027-01-01', document: '示例' });
    expect(category).toMatchObject({
      procedure: 'lighthouse',
      categoryCode: '0101',
      divisionCode: '990101001',
      condition: 'DARK',
      amount: 2,
    });
    expect(intake.clocks.complete).toBe(true);
  });

  test('is read under its Chinese headers and words', async () => {
    const refused = await importFile('limits', '环节,时限,计时单位,启用日期\n处置,3,紧急工作日,2026-01-01\n反馈,5,工作日,2026-01-01\n');
    expect(refused).toEqual([]);
    expect(intake.clocks.limits.map(({ clock, amount, unit }) => [clock, amount, unit])).toEqual([
      ['HANDLING', 3, 'URGENT_WORKING_DAYS'],
      ['FEEDBACK', 5, 'WORKING_DAYS'],
    ]);
  });

  test('is refused each row that breaks a rule, and then is no whole list', async () => {
    const refused: [row: string, sentence: RegExp][] = [
      ['town,HANDLING,,,,,,,3,WORKING_DAYS,2026-01-01,,', /field procedure: .* expected common, or one of lighthouse, orchard, got "town"/],
      [',handling,,,,,,,3,WORKING_DAYS,2026-01-01,,', /field clock: .* the name of a clock in capitals/],
      [',HANDLING,light-2020,MATTER,99,,,,3,WORKING_DAYS,2026-01-01,,', /field category: .* a category of light-2020, MATTER/],
      [',HANDLING,,,,,DARK,,3,WORKING_DAYS,2026-01-01,,', /field condition_zh: .* both a condition and what it says/],
      [',HANDLING,,,,,,,0,WORKING_DAYS,2026-01-01,,', /field amount: .* a whole number from 1/],
      [',HANDLING,,,,,,,10001,WORKING_DAYS,2026-01-01,,', /field amount: .* from 1 to 10000, got "10001"/],
      [',HANDLING,,,,,,,3,FORTNIGHTS,2026-01-01,,', /field unit: .* one of CALENDAR_DAYS/],
      [',HANDLING,,,,,,,3,WORKING_DAYS,2026-01-01,2025-01-01,', /field valid_to: DATE_INVALID/],
    ];
    const told = await importFile('limits', `${header}${refused.map(([row]) => row).join('\n')}\n`);
    expect(told).toEqual(refused.map(([, sentence]): unknown => expect.stringMatching(sentence)));
    expect(intake.clocks.complete).toBe(false);
  });
});

describe('the calendar of a pack', () => {
  test('says what it says, and the rest is as usual', async () => {
    await declare('"calendar": { "hours": [{ "from": "08:30", "to": "12:00" }, { "from": "14:30", "to": "17:30" }], "yellowShare": 0.1 }');
    await intake.importPack(pack.folder);
    expect(intake.clocks.settings).toEqual({
      hours: [
        { from: 510, to: 720 },
        { from: 870, to: 1050 },
      ],
      rules: { countsFirstDay: false, restExtends: true },
      yellow: { share: 0.1, hours: 2 },
      stateHolidays: null,
    });
  });

  test.each([
    ['"calendar": { "hours": [{ "from": "12:00", "to": "08:30" }] }', /calendar\.hours/],
    ['"calendar": { "hours": [{ "from": "25:00", "to": "26:00" }] }', /calendar\.hours/],
    ['"calendar": { "yellowShare": 20 }', /calendar\.yellowShare/],
  ])('that cannot be is refused: %s', async (part, place) => {
    await declare(part);
    await expect(intake.importPack(pack.folder)).rejects.toMatchObject({ code: 'PACK_INVALID', message: expect.stringMatching(place) });
  });
});
