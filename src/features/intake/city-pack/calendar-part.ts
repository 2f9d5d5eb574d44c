import { z } from 'zod';

import { type CalendarSettings, lawfulCounting, type OfficeHours, usualHours, usualYellow } from '../../clocks/index.js';

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a time of day HH:mm');

/**
 * How a city counts time limits, where it does otherwise than is usual: its hours of work in order, whether the day of beginning counts
 * (民法典 Art. 201 says no), whether calendar days that would end in rest are extended (Art. 203 says yes), when yellow begins, and whether the
 * State Council sets its holidays (where it lies in China, when left out).
 */
export const calendarPart = z.strictObject({
  hours: z
    .array(z.strictObject({ from: timeOfDay, to: timeOfDay }))
    .min(1)
    .refine((hours) => hours.every(({ from, to }, i) => from < to && (i === 0 || hours[i - 1]!.to <= from)), {
      message: 'expected hours in order, each ending after it begins and none over another',
    })
    .optional(),
  countsFirstDay: z.boolean().optional(),
  restExtends: z.boolean().optional(),
  yellowShare: z.number().min(0).max(1).optional(),
  yellowHours: z.number().min(0).max(1_000).optional(),
  stateHolidays: z.boolean().optional(),
});

/** The settings that a pack gives, usual where it leaves one out; null where it gives none. */
export function calendarSettings(part: z.infer<typeof calendarPart> | undefined): CalendarSettings | null {
  if (part === undefined) return null;
  return {
    hours: part.hours?.map(inMinutes) ?? usualHours,
    rules: {
      countsFirstDay: part.countsFirstDay ?? lawfulCounting.countsFirstDay,
      restExtends: part.restExtends ?? lawfulCounting.restExtends,
    },
    yellow: { share: part.yellowShare ?? usualYellow.share, hours: part.yellowHours ?? usualYellow.hours },
    stateHolidays: part.stateHolidays ?? null,
  };
}

function inMinutes({ from, to }: { readonly from: string; readonly to: string }): OfficeHours {
  const [begins, ends] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [number, number];
  return { from: begins, to: ends };
}
