import fc from 'fast-check';

import { LocalTime } from '../../../src/features/intake/rows/local-time.js';

const shanghai = new LocalTime('Asia/Shanghai', 0);
const newYork = new LocalTime('America/New_York', 0);

describe('an instant of a pack', () => {
  test.each([
    ['2026-02-01T08:00:00', '2026-02-01T00:00:00.000Z'],
    ['2026-02-01 08:00', '2026-02-01T00:00:00.000Z'],
    ['2026-02-01T08:00:00.25', '2026-02-01T00:00:00.250Z'],
    ['2026-02-01T08:00:00Z', '2026-02-01T08:00:00.000Z'],
    ['2026-02-01T08:00:00-05:00', '2026-02-01T13:00:00.000Z'],
    ['2024-02-29T23:59:59', '2024-02-29T15:59:59.000Z'],
    // Shanghai kept summer time in these years.
    ['1990-07-01T12:00:00', '1990-07-01T03:00:00.000Z'],
  ])('%s is the clocks’ time in the city, or its own where it carries an offset', (text, instant) => {
    expect(shanghai.instant(text)?.toISOString()).toBe(instant);
  });

  test.each([
    '2026-02-29T00:00:00',
    '2026-02-30T00:00:00',
    '0000-01-01T00:00:00',
    '2026-13-01T00:00:00',
    '2026-00-10T00:00:00',
    '2026-01-00T00:00:00',
    '2026-02-01T24:00:00',
    '2026-02-01T08:60:00',
    '2026-02-01T08:00:60',
    '2026-02-01',
    '20260201T080000',
    '10000-01-01T00:00:00',
    '2026-02-01T08:00:00+25:00',
    '',
    '60',
    'now',
  ])('%j is none', (text) => {
    expect(shanghai.instant(text)).toBeNull();
  });

  test('that the clocks leapt over is none, and of one that they showed twice the first counts', () => {
    expect(newYork.instant('2018-03-11T02:30:00')).toBeNull();
    expect(newYork.instant('2018-11-04T01:30:00')?.toISOString()).toBe('2018-11-04T05:30:00.000Z');
    expect(newYork.instant('2018-06-26T10:58:54')?.toISOString()).toBe('2018-06-26T14:58:54.000Z');
  });

  test('is written with its offset, so that it is read back as it was, whatever the clocks showed', () => {
    expect(shanghai.text(new Date('2026-02-01T00:00:00Z'))).toBe('2026-02-01T08:00:00+08:00');
    expect(shanghai.text(new Date('1988-07-01T00:00:00.250Z'))).toBe('1988-07-01T09:00:00.250+09:00');
    expect(newYork.text(new Date('2018-11-04T05:30:00Z'))).toBe('2018-11-04T01:30:00-04:00');
    // Local mean time, 8:05:43 ahead.
    expect(shanghai.text(new Date('1900-06-01T00:00:00Z'))).toBe('1900-06-01T00:00:00.000Z');
    const written = fc.property(
      fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }),
      fc.constantFrom(shanghai, newYork, new LocalTime('Asia/Kathmandu', 0)),
      (instant, time) => expect(shanghai.instant(time.text(instant))).toEqual(instant),
    );
    fc.assert(written, { numRuns: 500 });
  });

  test('moves by whole days and keeps its hour, over months and years alike', () => {
    const property = fc.property(
      fc.integer({ min: -1_000, max: 1_000 }),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
      (days, date) => {
        const wall = date.toISOString().slice(0, 19);
        const moved = new LocalTime('Asia/Shanghai', days).instant(wall)!.getTime() - shanghai.instant(wall)!.getTime();
        expect(moved).toBe(days * 86_400_000);
      },
    );
    fc.assert(property, { numRuns: 200 });
  });
});
