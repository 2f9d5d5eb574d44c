/** A day of rest in the sample's table of holidays. */
export interface SampleHoliday {
  readonly date: string;
  readonly name: string;
}

/** Note of every row: a city replaces the sample's years by the real ones. */
export const holidayDocument = '示例：仅列《全国年节及纪念日放假办法》第二条的法定节日，调休以国务院办公厅当年通知为准';

/** First days of Spring Festival, Tomb-sweeping Day, Dragon Boat and Mid-autumn Festival, which follow moon and sun. */
const movable: readonly (readonly [spring: string, tombs: string, boats: string, moon: string])[] = [
  ['2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15'],
  ['2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'],
  ['2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'],
  ['2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'],
  ['2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01'],
  ['2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19'],
  ['2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08'],
  ['2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27'],
  ['2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16'],
  ['2036-01-28', '2036-04-04', '2036-05-30', '2036-10-04'],
];

/** The statutory holidays of the years that the State Council has not told of yet, a day once, in order. */
export function drawHolidays(): readonly SampleHoliday[] {
  const byDate = new Map<string, SampleHoliday>();
  for (const holiday of movable.flatMap(holidaysOf)) if (!byDate.has(holiday.date)) byDate.set(holiday.date, holiday);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function holidaysOf([spring, tombs, boats, moon]: (typeof movable)[number]): readonly SampleHoliday[] {
  const year = spring.slice(0, 4);
  return [
    ...named('元旦', `${year}-01-01`, [0]),
    ...named('春节', spring, [-1, 0, 1, 2]),
    ...named('清明节', tombs, [0]),
    ...named('劳动节', `${year}-05-01`, [0, 1]),
    ...named('端午节', boats, [0]),
    ...named('中秋节', moon, [0]),
    ...named('国庆节', `${year}-10-01`, [0, 1, 2]),
  ];
}

function named(name: string, first: string, days: readonly number[]): readonly SampleHoliday[] {
  return days.map((day) => ({ date: new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10), name }));
}
