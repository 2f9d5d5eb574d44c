import { lawfulCounting, type LimitQuestion, usualHours, usualYellow } from '../../../src/features/clocks/index.js';
import { type ClocksParts, clockWriter, wireClocks } from '../../../src/features/clocks/wiring.js';
import { uuidOf } from '../../../src/kernel/ids.js';
import { china, inChina } from '../../support/clocks/calendars.js';
import { aLimit, ofS } from '../../support/clocks/limits.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';

const writer = clockWriter();
const monday = new Date('2026-11-23T08:00:00Z');
const run = { runId: uuidOf('run', '1'), now: monday };
let index: TestCityIndex;
let clocks: ClocksParts;

beforeAll(async () => {
  index = await aCityIndex();
  clocks = wireClocks(index.sql);
  await index.sql.query(
    `insert into city (code, name_zh, name_en, time_zone, division_scheme, west, south, east, north, shift_days)
       values ('360200', '景德镇市', 'Jingdezhen', 'Asia/Shanghai', 'cn-2-2-2-3-3', 116, 28, 118, 31, 0)`,
  );
  await index.sql.query(
    `insert into matter_category (standard, kind, code, name_zh, name_en, parent_code) values
       ('S', 'MATTER', '06', '市容', null, null), ('S', 'MATTER', '06010', '暴露垃圾', null, '06'), ('S', 'MATTER', '07', '广告', null, null)`,
  );
});
afterAll(() => index?.drop());

const events = async (): Promise<number> =>
  (await index.sql.query(`select from event_inbox where topic = 'calendar' union all select from event_log where topic = 'calendar'`))
    .length;

describe('the working calendar', () => {
  const day = (date: string, kind: 'HOLIDAY' | 'WORKDAY') => ({ day: date, kind, name: '元旦', document: null });
  const due = (): string => inChina(clocks.calendars.current().dueAt(china('2026-12-30T10:00'), { amount: 2, unit: 'WORKING_DAYS' }));

  test('is not to be had before it is read', () => {
    expect(() => clocks.calendars.current()).toThrow('has not been read');
  });

  test('refuses a year until the city’s own table gives it, tells the log once, and the same table again changes nothing', async () => {
    await clocks.calendars.renew();
    expect(due).toThrow(/2027/);
    const given = { days: [day('2027-01-01', 'HOLIDAY'), day('2027-01-02', 'WORKDAY')], years: [2027] };
    expect(await writer.applyHolidays(index.sql, given, run)).toBe(3);
    expect(await writer.applyHolidays(index.sql, given, run)).toBe(0);
    expect(await events()).toBe(1);
    expect(due).toThrow(/2027/);
    await clocks.calendars.renew();
    expect(due()).toBe('2027-01-03T00:00');
    expect(clocks.calendars.current().knownYears).toContain(2027);
  });

  test('loses what a corrected year no longer names, and keeps the days of others', async () => {
    await writer.applyHolidays(index.sql, { days: [day('2026-12-27', 'WORKDAY')], years: [] }, run);
    expect(await writer.applyHolidays(index.sql, { days: [day('2027-01-01', 'HOLIDAY')], years: [2027] }, run)).toBe(1);
    await clocks.calendars.renew();
    const calendar = clocks.calendars.current();
    expect(['2026-12-27', '2027-01-01', '2027-01-02', '2027-01-04'].map((date) => calendar.isWorkingDay(date))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('counts as the city says, and as is usual again when it says nothing', async () => {
    const settings = { hours: [{ from: 480, to: 720 }], rules: lawfulCounting, yellow: { share: 0.5, hours: 1 }, stateHolidays: null };
    expect(await writer.applySettings(index.sql, settings, run)).toBe(1);
    expect(await writer.applySettings(index.sql, settings, run)).toBe(0);
    await clocks.calendars.renew();
    const fiveHours = (): string =>
      inChina(clocks.calendars.current().dueAt(china('2026-11-23T07:00'), { amount: 5, unit: 'WORKING_HOURS' }));
    expect(fiveHours()).toBe('2026-11-24T09:00');
    expect(await writer.applySettings(index.sql, null, run)).toBe(1);
    expect(await writer.applySettings(index.sql, null, run)).toBe(0);
    await clocks.calendars.renew();
    expect(fiveHours()).toBe('2026-11-23T16:00');
  });

  test('leaves the State Council’s days out where the city says so', async () => {
    const settings = { hours: usualHours, rules: lawfulCounting, yellow: usualYellow, stateHolidays: false };
    await writer.applySettings(index.sql, settings, run);
    await clocks.calendars.renew();
    expect(clocks.calendars.current().knownYears).toEqual([2027]);
    await writer.applySettings(index.sql, null, run);
  });
});

describe('time limits', () => {
  const question: LimitQuestion = {
    procedure: 'common',
    clock: 'HANDLING',
    category: { standard: 'S', kind: 'MATTER', code: '06010' },
    divisionCodes: ['360203001', '360203', '360200'],
    at: '2026-11-23',
  };
  const write = (limits: Parameters<typeof writer.applyLimits>[1], now = monday) =>
    writer.applyLimits(index.sql, limits, { now, complete: true });
  const found = async (asked: Partial<LimitQuestion & { condition: string }> = {}): Promise<number | null> =>
    (await clocks.timeLimits.find(index.sql, { ...question, condition: '', ...asked }))?.limit.amount ?? null;

  test('are found for the category itself, then its parent, then its standard, then all', async () => {
    const levels = [
      aLimit({ amount: 4 }),
      aLimit({ ...ofS(null), amount: 3 }),
      aLimit({ ...ofS('06'), amount: 2 }),
      aLimit({ ...ofS('06010'), amount: 1 }),
    ];
    const other = [aLimit({ ...ofS('07'), amount: 9 }), aLimit({ clock: 'REVIEW', amount: 9 })];
    const answers: (number | null)[] = [];
    for (let known = 0; known <= levels.length; known++) {
      await write([...other, ...levels.slice(0, known)]);
      answers.push(await found());
    }
    expect(answers).toEqual([null, 4, 3, 2, 1]);
    expect(await found({ category: null })).toBe(4);
    expect(await found({ category: { standard: 'S', kind: 'COMPONENT', code: '06010' } })).toBe(4);
  });

  test('are the lowest division’s, but an exact category comes before a near division', async () => {
    await write([aLimit({ amount: 3 }), aLimit({ divisionCode: '360203', amount: 2 }), aLimit({ divisionCode: '360203001', amount: 1 })]);
    expect([await found(), await found({ divisionCodes: ['360203', '360200'] }), await found({ divisionCodes: ['360281'] })]).toEqual([
      1, 2, 3,
    ]);
    await write([aLimit({ divisionCode: '360203001', amount: 1 }), aLimit({ ...ofS('06'), amount: 5 })]);
    expect(await found()).toBe(5);
  });

  test('are those of the condition that was chosen, which are told with the usual one first', async () => {
    const urgent = { condition: 'BUILDING', conditionZh: '正在建', unit: 'URGENT_WORKING_DAYS' } as const;
    await write([
      aLimit({ ...ofS('06010'), amount: 15, unit: 'CALENDAR_DAYS', document: '示例' }),
      aLimit({ ...ofS('06'), ...urgent, amount: 2 }),
      aLimit({ ...urgent, amount: 7 }),
    ]);
    expect([await found(), await found({ condition: 'BUILDING' }), await found({ condition: 'UNHEARD' })]).toEqual([15, 2, 15]);
    expect(await clocks.timeLimits.conditionsOf(index.sql, question)).toEqual([
      { limitId: expect.any(String), limit: { amount: 15, unit: 'CALENDAR_DAYS' }, source: '示例', condition: '', conditionZh: null },
      {
        limitId: expect.any(String),
        limit: { amount: 2, unit: 'URGENT_WORKING_DAYS' },
        source: null,
        condition: 'BUILDING',
        conditionZh: '正在建',
      },
    ]);
  });

  test('are an office’s own where it has some, and the common ones where it has none', async () => {
    await write([aLimit({ ...ofS('06010'), amount: 1 }), aLimit({ procedure: 'urban-management', amount: 5 })]);
    expect([await found(), await found({ procedure: 'urban-management' }), await found({ procedure: 'housing' })]).toEqual([1, 5, 1]);
  });

  test('hold from their first day until their last, and one that was corrected is told as it was known', async () => {
    await write([aLimit({ validFrom: '2026-01-01', validTo: '2026-07-01', amount: 9 }), aLimit({ validFrom: '2026-07-01', amount: 5 })]);
    expect([await found({ at: '2026-06-30' }), await found({ at: '2026-07-01' }), await found({ at: '2025-12-31' })]).toEqual([9, 5, null]);
    const before = new Date();
    const [{ at }] = (await index.sql.query<{ at: Date }>('select max(recorded_from) as at from time_limit')) as [{ at: Date }];
    const corrected = [
      aLimit({ validFrom: '2026-01-01', validTo: '2026-07-01', amount: 9 }),
      aLimit({ validFrom: '2026-07-01', amount: 6 }),
    ];
    expect(await write(corrected, new Date(Math.max(at.getTime(), before.getTime()) + 60_000))).toBe(1);
    expect(await write(corrected)).toBe(0);
    const told = async (knownAt: Date | null): Promise<readonly number[]> =>
      (await clocks.limitRows.page({ query: { at: '2026-11-23', knownAt }, first: 9, after: null })).rows.map(({ amount }) => amount);
    expect([await told(null), await told(new Date(at.getTime() + 1_000))]).toEqual([[6], [5]]);
  });

  test('are listed page by page, by whatever they hold for', async () => {
    await write([aLimit(), aLimit({ clock: 'REVIEW' }), aLimit({ ...ofS('06') }), aLimit({ ...ofS('06010'), divisionCode: '360203' })]);
    const query = { at: '2026-11-23', knownAt: null };
    const first = await clocks.limitRows.page({ query, first: 3, after: null });
    const rest = await clocks.limitRows.page({ query, first: 3, after: first.rows.at(-1)!.uuid });
    expect([first.rows.length, first.hasMore, rest.rows.length, rest.hasMore]).toEqual([3, true, 1, false]);
    const counts = [
      {},
      { clocks: ['REVIEW'] },
      { standard: 'S' },
      { categoryCodes: ['06'] },
      { divisionCodes: ['360203'] },
      { kind: 'COMPONENT' },
    ];
    expect(await Promise.all(counts.map((wish) => clocks.limitRows.count({ ...query, ...wish })))).toEqual([4, 1, 2, 1, 1, 0]);
  });
});
