import { lagSecondsOf, type LagSources } from '../../../src/features/intake/office-state.js';

const now = new Date('2026-03-10T20:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
const followed: LagSources = { asOf: ago(7), failingSince: null, caughtUpAt: ago(1), behindSince: null };

describe('how far behind an office is', () => {
  it.each<[string, Partial<LagSources>, number | null]>([
    ['is nothing while the index holds every change, however long ago that was noted', {}, 0],
    ['is the age of the oldest change that waits', { behindSince: ago(90) }, 90],
    ['is the age of what is held while the office cannot be read', { failingSince: ago(30), behindSince: ago(3) }, 7],
    ['is the age of what is held until this process has looked', { caughtUpAt: null }, 7],
    ['is not known before the first time', { asOf: null }, null],
    ['is never less than nothing, whatever a clock says', { behindSince: ago(-60) }, 0],
  ])('%s', (_what, parts, lag) => {
    expect(lagSecondsOf({ ...followed, ...parts }, now)).toBe(lag);
  });
});
