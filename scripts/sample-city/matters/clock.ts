import { anchorDay, firstDay } from '../anchor.js';
import type { SeededRandom } from '../seeded-random.js';
import { weightedPick } from '../weighted-pick.js';

const start = Date.parse(`${firstDay}T00:00:00Z`);
const minutesPerDay = 1_440;

/** Minutes from the first day to the morning of the anchor day; nothing has happened later, so that nothing lies in the future on the day of loading. */
export const endOfTime = (Date.parse(`${anchorDay}T00:00:00Z`) - start) / 60_000;

const days = Array.from({ length: endOfTime / minutesPerDay }, (_, day) => day);
const hours = [1, 1, 1, 1, 1, 2, 6, 14, 26, 30, 28, 22, 14, 16, 24, 27, 25, 21, 15, 12, 10, 7, 4, 2];

/** How much an office works on Saturdays and Sundays against other days, 0 to 1. */
export interface Rhythm {
  readonly weekend: number;
}

/** Draws the minute at which a matter is reported: more by day than by night, fewer at weekends, slowly more from year to year. */
export function reportingMinutes({ weekend }: Rhythm): (random: SeededRandom) => number {
  const pickDay = weightedPick(days, (day) => (isWeekend(day) ? weekend : 1) * (1 + 0.3 * (day / days.length)));
  const pickHour = weightedPick(
    hours.map((_, hour) => hour),
    (hour) => hours[hour]!,
  );
  return (random) => pickDay(random) * minutesPerDay + pickHour(random) * 60 + random.whole(0, 59);
}

const isWeekend = (day: number): boolean => [0, 6].includes(new Date(start + day * 86_400_000).getUTCDay());

/** Local time of the city as the pack writes it. */
export function localTime(minute: number): string {
  return new Date(start + Math.round(minute) * 60_000).toISOString().slice(0, 19);
}

/** The day of a minute. */
export function localDay(minute: number): string {
  return localTime(minute).slice(0, 10);
}
