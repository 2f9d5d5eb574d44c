import fc from 'fast-check';

import { type LimitUnit, limitUnits } from '../../../src/features/clocks/index.js';
import { chineseCalendar } from '../../support/clocks/calendars.js';
import { seeded } from '../../support/geometry/seeded.js';

const calendar = chineseCalendar();
const hourMs = 3_600_000;
const unit = fc.constantFrom<LimitUnit>(...limitUnits);
/** Any second of 2024 to the middle of 2026, so that a count stays in years that are known. */
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 1_000, max: Date.UTC(2026, 6, 1) / 1_000 })
  .map((seconds) => new Date(seconds * 1_000));
const amount = fc.integer({ min: 1, max: 40 });
const wait = fc.integer({ min: 0, max: 20 * 24 * 3_600 }).map((seconds) => seconds * 1_000);
const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

describe('counting time limits', () => {
  test('a later beginning never ends earlier, and more time never ends before less', () => {
    seeded(
      fc.property(instant, wait, amount, unit, (from, ms, size, within) => {
        const limit = { amount: size, unit: within };
        expect(calendar.dueAt(later(from, ms), limit) >= calendar.dueAt(from, limit)).toBe(true);
        expect(calendar.dueAt(from, { ...limit, amount: size + 1 }) >= calendar.dueAt(from, limit)).toBe(true);
      }),
      300,
    );
  });

  test('a limit in two pieces is the limit; of calendar days, where the first piece does not end in rest', () => {
    seeded(
      fc.property(instant, amount, amount, unit, (from, first, second, within) => {
        const inPieces = calendar.extendedDue(calendar.dueAt(from, { amount: first, unit: within }), { amount: second, unit: within });
        const whole = calendar.dueAt(from, { amount: first + second, unit: within });
        if (within !== 'CALENDAR_DAYS') expect(inPieces).toEqual(whole);
        else expect(inPieces >= whole).toBe(true);
      }),
      300,
    );
  });

  test('stopped and gone on at once, nothing has changed', () => {
    seeded(
      fc.property(instant, amount, unit, wait, (from, size, within, ms) => {
        const dueAt = calendar.dueAt(from, { amount: size, unit: within });
        const pausedAt = later(from, ms);
        expect(calendar.resumedDue({ dueAt, pausedAt, unit: within }, pausedAt)).toEqual(dueAt);
      }),
      300,
    );
  });

  test('a stop never takes time away, and a longer one never gives less', () => {
    seeded(
      fc.property(instant, amount, unit, fc.tuple(wait, wait, wait), (from, size, within, [run, stop, more]) => {
        const paused = { dueAt: calendar.dueAt(from, { amount: size, unit: within }), pausedAt: later(from, run), unit: within };
        const short = calendar.resumedDue(paused, later(paused.pausedAt, stop));
        expect(short >= paused.dueAt).toBe(true);
        expect(calendar.resumedDue(paused, later(paused.pausedAt, stop + more)) >= short).toBe(true);
      }),
      300,
    );
  });

  test('a stop that lies wholly in rest costs working days and hours nothing', () => {
    const [from, to] = [new Date('2026-02-15T00:00:00+08:00'), new Date('2026-02-24T00:00:00+08:00')];
    const inHoliday = fc.integer({ min: from.getTime(), max: to.getTime() - 1 });
    const working = fc.constantFrom<LimitUnit>('WORKING_DAYS', 'WORKING_HOURS');
    seeded(
      fc.property(inHoliday, inHoliday, amount, working, (one, other, size, within) => {
        const dueAt = calendar.dueAt(new Date('2026-02-14T12:00:00+08:00'), { amount: size + 7, unit: within });
        const [pausedAt, resumedAt] = [Math.min(one, other), Math.max(one, other)].map((ms) => new Date(ms));
        expect(calendar.resumedDue({ dueAt, pausedAt: pausedAt!, unit: within }, resumedAt!)).toEqual(dueAt);
      }),
      100,
    );
  });

  test('what runs without rest is never over later than what rests', () => {
    seeded(
      fc.property(instant, amount, (from, size) => {
        const due = (within: LimitUnit): Date => calendar.dueAt(from, { amount: size, unit: within });
        expect(due('URGENT_WORKING_DAYS') <= due('CALENDAR_DAYS')).toBe(true);
        expect(due('CALENDAR_DAYS') <= due('WORKING_DAYS')).toBe(true);
        expect(due('URGENT_WORKING_HOURS') <= due('WORKING_HOURS')).toBe(true);
        expect(due('URGENT_WORKING_HOURS').getTime() - from.getTime()).toBe(size * hourMs);
      }),
      300,
    );
  });

  test('a limit of days ends at midnight of a working day, one of hours within the hours of work', () => {
    seeded(
      fc.property(instant, amount, (from, size) => {
        for (const within of ['CALENDAR_DAYS', 'WORKING_DAYS'] as const) {
          const end = calendar.dueAt(from, { amount: size, unit: within });
          expect((end.getTime() + 8 * hourMs) % (24 * hourMs)).toBe(0);
          expect(calendar.isWorkingDay(localDay(later(end, -1)))).toBe(true);
        }
        const end = calendar.dueAt(from, { amount: size, unit: 'WORKING_HOURS' });
        const hour = ((end.getTime() + 8 * hourMs) % (24 * hourMs)) / hourMs;
        expect((hour > 9 && hour <= 12) || (hour > 14 && hour <= 18)).toBe(true);
      }),
      200,
    );
  });

  test('yellow begins neither before the limit nor after its end, and later for a later end', () => {
    seeded(
      fc.property(instant, amount, unit, (from, size, within) => {
        const dueAt = calendar.dueAt(from, { amount: size, unit: within });
        const yellow = calendar.yellowAt(from, dueAt, within);
        expect(yellow >= from && yellow <= dueAt).toBe(true);
        expect(calendar.yellowAt(from, calendar.extendedDue(dueAt, { amount: 1, unit: within }), within) >= yellow).toBe(true);
      }),
      200,
    );
  });
});

function localDay(instant: Date): string {
  return later(instant, 8 * hourMs)
    .toISOString()
    .slice(0, 10);
}
