import { type LimitUnit, WorkingCalendar } from '../../../src/features/clocks/index.js';
import { china, chineseCalendar, inChina, plainCalendar } from '../../support/clocks/calendars.js';

const calendar = chineseCalendar();
const due = (from: string, amount: number, unit: LimitUnit): string => inChina(calendar.dueAt(china(from), { amount, unit }));

describe('a limit of days', () => {
  test('does not count the day on which it begins, and ends at 24:00 of its last day', () => {
    expect(due('2026-03-02T10:30', 1, 'CALENDAR_DAYS')).toBe('2026-03-04T00:00');
    expect(due('2026-03-02T10:30', 1, 'WORKING_DAYS')).toBe('2026-03-04T00:00');
    expect(due('2026-03-02T10:30', 2, 'URGENT_WORKING_DAYS')).toBe('2026-03-05T00:00');
  });

  test('belongs to the day before at 23:59:59 and to the next one at 00:00, by the clocks of the city and not of the machine', () => {
    expect(due('2026-03-02T23:59:59', 1, 'WORKING_DAYS')).toBe('2026-03-04T00:00');
    expect(due('2026-03-03T00:00', 1, 'WORKING_DAYS')).toBe('2026-03-05T00:00');
    expect(due('2026-03-03T00:00', 1, 'CALENDAR_DAYS')).toBe('2026-03-05T00:00');
  });

  test('of calendar days that would end in rest ends with the next working day, as 民法典 Art. 203 says', () => {
    expect(due('2026-09-16T09:00', 15, 'CALENDAR_DAYS')).toBe('2026-10-09T00:00');
    expect(due('2026-03-05T09:00', 2, 'CALENDAR_DAYS')).toBe('2026-03-10T00:00');
    expect(due('2026-03-05T09:00', 2, 'URGENT_WORKING_DAYS')).toBe('2026-03-08T00:00');
  });

  test('is counted by the rules of a city that has others', () => {
    const other = chineseCalendar({ rules: { countsFirstDay: true, restExtends: false } });
    expect(inChina(other.dueAt(china('2026-03-05T09:00'), { amount: 3, unit: 'CALENDAR_DAYS' }))).toBe('2026-03-08T00:00');
    expect(inChina(other.dueAt(china('2026-03-05T09:00'), { amount: 3, unit: 'WORKING_DAYS' }))).toBe('2026-03-10T00:00');
  });
});

describe('Spring Festival 2026, with its make-up day on Saturday the 14th of February', () => {
  const from = '2026-02-13T15:00';

  test.each<[number, LimitUnit, string]>([
    [1, 'WORKING_DAYS', '2026-02-15T00:00'],
    [2, 'WORKING_DAYS', '2026-02-25T00:00'],
    [2, 'CALENDAR_DAYS', '2026-02-25T00:00'],
    [2, 'URGENT_WORKING_DAYS', '2026-02-16T00:00'],
    [10, 'WORKING_HOURS', '2026-02-14T18:00'],
    [11, 'WORKING_HOURS', '2026-02-24T10:00'],
    [11, 'URGENT_WORKING_HOURS', '2026-02-14T02:00'],
  ])('%i %s from Friday afternoon', (amount, unit, end) => {
    expect(due(from, amount, unit)).toBe(end);
  });
});

describe('National Day 2026, with its make-up day on Saturday the 10th of October', () => {
  const from = '2026-09-30T16:30';

  test.each<[number, LimitUnit, string]>([
    [1, 'WORKING_DAYS', '2026-10-09T00:00'],
    [3, 'WORKING_DAYS', '2026-10-11T00:00'],
    [4, 'WORKING_DAYS', '2026-10-13T00:00'],
    [5, 'CALENDAR_DAYS', '2026-10-09T00:00'],
    [5, 'URGENT_WORKING_DAYS', '2026-10-06T00:00'],
    [2, 'WORKING_HOURS', '2026-10-08T09:30'],
    [2, 'URGENT_WORKING_HOURS', '2026-09-30T18:30'],
  ])('%i %s from Wednesday afternoon', (amount, unit, end) => {
    expect(due(from, amount, unit)).toBe(end);
  });
});

describe('working hours', () => {
  test('begin with the next hour of work where they are set in rest, and stop at noon', () => {
    expect(due('2026-03-02T06:00', 3, 'WORKING_HOURS')).toBe('2026-03-02T12:00');
    expect(due('2026-03-02T12:30', 1, 'WORKING_HOURS')).toBe('2026-03-02T15:00');
    expect(due('2026-03-02T11:30', 1, 'WORKING_HOURS')).toBe('2026-03-02T14:30');
    expect(due('2026-03-06T17:30', 1, 'WORKING_HOURS')).toBe('2026-03-09T09:30');
  });

  test('are those of the city, also on the night on which its clocks leap', () => {
    const night = [{ from: 0, to: 24 * 60 }];
    const years = { known: [2026], works: () => true };
    const newYork = new WorkingCalendar({ timeZone: 'America/New_York', years, hours: night });
    // 8 March 2026 has 23 hours there.
    const due = newYork.dueAt(new Date('2026-03-07T12:00:00-05:00'), { amount: 24, unit: 'WORKING_HOURS' });
    expect(due.toISOString()).toBe(new Date('2026-03-08T13:00:00-04:00').toISOString());
    expect(newYork.dueAt(new Date('2026-03-07T12:00:00-05:00'), { amount: 1, unit: 'WORKING_DAYS' }).toISOString()).toBe(
      new Date('2026-03-09T00:00:00-04:00').toISOString(),
    );
  });
});

describe('a clock that was stopped', () => {
  const resumed = (dueAt: string, pausedAt: string, resumedAt: string, unit: LimitUnit): string =>
    inChina(calendar.resumedDue({ dueAt: china(dueAt), pausedAt: china(pausedAt), unit }, china(resumedAt)));

  test('has as many working days left as before, however long the holiday was', () => {
    expect(resumed('2026-02-26T00:00', '2026-02-13T10:00', '2026-02-24T09:00', 'WORKING_DAYS')).toBe('2026-02-28T00:00');
    expect(resumed('2026-02-26T00:00', '2026-02-13T10:00', '2026-02-20T09:00', 'WORKING_DAYS')).toBe('2026-02-27T00:00');
  });

  test('has as many calendar days left, and as many hours of work', () => {
    expect(resumed('2026-03-11T00:00', '2026-03-05T10:00', '2026-03-16T10:00', 'CALENDAR_DAYS')).toBe('2026-03-24T00:00');
    expect(resumed('2026-03-06T15:00', '2026-03-06T11:00', '2026-03-06T17:00', 'WORKING_HOURS')).toBe('2026-03-09T10:00');
    expect(resumed('2026-03-06T15:00', '2026-03-06T11:00', '2026-03-08T11:00', 'URGENT_WORKING_HOURS')).toBe('2026-03-08T15:00');
  });

  test('on its last day ends with the day on which it goes on, or the working day after', () => {
    expect(resumed('2026-03-06T00:00', '2026-03-05T10:00', '2026-03-10T10:00', 'WORKING_DAYS')).toBe('2026-03-11T00:00');
    expect(resumed('2026-03-06T00:00', '2026-03-05T10:00', '2026-03-07T10:00', 'WORKING_DAYS')).toBe('2026-03-10T00:00');
  });

  test('after its end stays over, and one that an office set to an hour keeps the hour', () => {
    expect(resumed('2026-03-05T00:00', '2026-03-05T10:00', '2026-03-10T10:00', 'WORKING_DAYS')).toBe('2026-03-05T00:00');
    expect(resumed('2026-03-05T16:00', '2026-03-04T10:00', '2026-03-09T10:00', 'WORKING_DAYS')).toBe('2026-03-10T16:00');
    // A Saturday, on which no count of ours ends.
    expect(resumed('2026-03-07T16:00', '2026-03-05T10:00', '2026-03-05T12:00', 'CALENDAR_DAYS')).toBe('2026-03-07T16:00');
  });
});

describe('further time', () => {
  const extended = (dueAt: string, amount: number, unit: LimitUnit): string =>
    inChina(calendar.extendedDue(china(dueAt), { amount, unit }));

  test('begins where the old time ends', () => {
    expect(extended('2026-02-13T00:00', 3, 'WORKING_DAYS')).toBe('2026-02-25T00:00');
    expect(extended('2026-03-06T17:00', 2, 'WORKING_HOURS')).toBe('2026-03-09T10:00');
    expect(extended('2026-03-02T00:00', 30, 'CALENDAR_DAYS')).toBe('2026-04-01T00:00');
  });
});

describe('yellow', () => {
  const yellow = (from: string, to: string, unit: LimitUnit): string => inChina(calendar.yellowAt(china(from), china(to), unit));

  test('begins with the last fifth, or the last two hours where those are more', () => {
    expect(yellow('2026-03-02T00:00', '2026-03-12T00:00', 'CALENDAR_DAYS')).toBe('2026-03-10T00:00');
    expect(yellow('2026-03-02T09:00', '2026-03-02T13:00', 'URGENT_WORKING_HOURS')).toBe('2026-03-02T11:00');
    expect(yellow('2026-03-02T09:00', '2026-03-02T10:00', 'URGENT_WORKING_HOURS')).toBe('2026-03-02T09:00');
  });

  test('does not come nearer in rest', () => {
    // Ten working days; the last two before the 25th of February are the 14th and the 24th.
    expect(yellow('2026-02-04T00:00', '2026-02-25T00:00', 'WORKING_DAYS')).toBe('2026-02-14T00:00');
    expect(yellow('2026-03-06T14:00', '2026-03-09T11:00', 'WORKING_HOURS')).toBe('2026-03-06T18:00');
  });

  test('begins where a city says', () => {
    const late = chineseCalendar({ yellow: { share: 0.5, hours: 0 } });
    expect(inChina(late.yellowAt(china('2026-03-02T00:00'), china('2026-03-12T00:00'), 'CALENDAR_DAYS'))).toBe('2026-03-07T00:00');
  });
});

describe('A80: a deadline that comes to a year whose holidays nobody has told', () => {
  const refusal = (count: () => unknown): unknown => {
    try {
      return count();
    } catch (thrown) {
      return thrown;
    }
  };

  test('is refused with the year and where to load it', () => {
    const thrown = refusal(() => calendar.dueAt(china('2026-12-30T10:00'), { amount: 5, unit: 'WORKING_DAYS' }));
    expect(thrown).toMatchObject({
      code: 'DATE_INVALID',
      message: expect.stringContaining('2027'),
      messageZh: expect.stringContaining('2027'),
      hint: expect.stringContaining('holidays.csv'),
      details: { year: 2027 },
    });
  });

  test.each<[LimitUnit]>([['CALENDAR_DAYS'], ['WORKING_DAYS'], ['WORKING_HOURS']])('whatever asks for a day of it: %s', (unit) => {
    expect(() => calendar.dueAt(china('2026-12-31T23:00'), { amount: 30, unit })).toThrow(/2027/);
    expect(() => calendar.dueAt(china('2003-06-01T10:00'), { amount: 3, unit })).toThrow(/2003/);
    expect(() => calendar.workingDays('2026-12-31', '2027-01-02')).toThrow(/2027/);
  });

  test('but not before it comes there: the last day of a known year is counted to its midnight', () => {
    expect(due('2026-12-30T10:00', 1, 'WORKING_DAYS')).toBe('2027-01-01T00:00');
    expect(due('2026-12-30T10:00', 1, 'CALENDAR_DAYS')).toBe('2027-01-01T00:00');
    expect(due('2026-12-31T23:30', 1, 'URGENT_WORKING_HOURS')).toBe('2027-01-01T00:30');
  });

  test('+08:00 has no summer time, so a midnight is 16:00 UTC of the day before all year round', () => {
    for (const month of ['01', '04', '07', '10']) {
      const end = chineseCalendar().dueAt(china(`2025-${month}-14T12:00`), { amount: 1, unit: 'WORKING_DAYS' });
      expect(end.toISOString()).toMatch(/T16:00:00\.000Z$/);
    }
  });

  test('goes on once the year is there', () => {
    const known = plainCalendar([2026, 2027]);
    expect(inChina(known.dueAt(china('2026-12-30T10:00'), { amount: 5, unit: 'WORKING_DAYS' }))).toBe('2027-01-07T00:00');
  });
});

test.each([0, -1, 1.5, 10_001, Number.NaN])('a limit of %d is none', (amount) => {
  expect(() => calendar.dueAt(china('2026-03-02T10:00'), { amount, unit: 'WORKING_DAYS' })).toThrow(/whole number from 1/);
});
