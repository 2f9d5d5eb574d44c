import { durationMs } from '../../../src/kernel/duration.js';

describe('a duration', () => {
  test.each([
    ['PT0S', 0],
    ['PT5M', 300_000],
    ['P1DT12H', 129_600_000],
    ['P2D', 172_800_000],
    ['PT1H1M1S', 3_661_000],
  ])('%s has its milliseconds', (text, milliseconds) => {
    expect(durationMs(text)).toBe(milliseconds);
  });

  test.each(['', 'P', 'PT', 'P1M', 'P1Y', 'PT1.5S', 'pt5m', '-PT5M', 'PT5M ', '300', 'PT5S5M', 'PT999999999999S'])('%p is none', (text) => {
    expect(durationMs(text)).toBeNull();
  });
});
