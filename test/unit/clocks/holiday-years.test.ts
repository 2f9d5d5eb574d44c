import { noHolidays, ownHolidays, stateHolidays, wholeYears } from '../../../src/features/clocks/index.js';

describe('the State Council’s days', () => {
  test('are known for the years that the package has, and for no other', () => {
    expect(stateHolidays.known[0]).toBe(2004);
    expect(stateHolidays.known).toContain(2026);
    expect(stateHolidays.works('2003-10-01')).toBeNull();
    expect(stateHolidays.works('2099-10-01')).toBeNull();
  });

  test('know the make-up days of 2026', () => {
    expect(['2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map((day) => stateHolidays.works(day))).toEqual(
      Array(5).fill(true),
    );
    expect(['2026-01-01', '2026-02-15', '2026-02-23', '2026-10-07', '2026-03-01'].map((day) => stateHolidays.works(day))).toEqual(
      Array(5).fill(false),
    );
  });
});

describe('a city’s own table', () => {
  test('comes before the State Council’s, day by day, and leaves the others as they are', () => {
    const own = ownHolidays(
      {
        years: [],
        days: [
          { day: '2026-03-03', kind: 'HOLIDAY' },
          { day: '2026-03-07', kind: 'WORKDAY' },
        ],
      },
      stateHolidays,
    );
    expect(['2026-03-03', '2026-03-07', '2026-03-04', '2026-10-01'].map((day) => own.works(day))).toEqual([false, true, true, false]);
  });

  test('makes a year known that it gives whole, and only that', () => {
    const own = ownHolidays({ years: [2031], days: [{ day: '2032-01-01', kind: 'HOLIDAY' }] }, noHolidays);
    expect(own.known).toEqual([2031]);
    expect(['2031-01-01', '2031-01-04', '2032-01-01', '2032-01-02'].map((day) => own.works(day))).toEqual([true, false, null, null]);
  });
});

describe('a list of days', () => {
  const rest = (...days: readonly string[]) => days.map((day) => ({ day, kind: 'HOLIDAY' as const }));

  test('gives a year whole in China where it names New Year, Labour Day and National Day, elsewhere New Year', () => {
    const days = [...rest('2027-01-01', '2027-05-01', '2027-10-01', '2028-01-01'), { day: '2026-12-27', kind: 'WORKDAY' as const }];
    expect([wholeYears(days, true), wholeYears(days, false)]).toEqual([[2027], [2027, 2028]]);
  });
});
