import { checkedPeriod, comparedPeriod, instantShifted, timeKeyShifted } from '../../../src/features/statistics/figures/period.js';

describe('a period that is compared', () => {
  test('lies a month earlier, the last day of a long month at the last of a short one', () => {
    expect(comparedPeriod({ from: '2026-03-01', to: '2026-04-01' }, 'MONTH_OVER_MONTH')).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(comparedPeriod({ from: '2026-03-31', to: '2026-04-01' }, 'MONTH_OVER_MONTH')).toEqual({ from: '2026-02-28', to: '2026-03-01' });
    expect(comparedPeriod({ from: '2026-01-05', to: '2026-01-06' }, 'MONTH_OVER_MONTH')).toEqual({ from: '2025-12-05', to: '2025-12-06' });
  });

  test('lies a year earlier, leap day and all', () => {
    expect(comparedPeriod({ from: '2024-02-29', to: '2024-03-01' }, 'YEAR_OVER_YEAR')).toEqual({ from: '2023-02-28', to: '2023-03-01' });
    expect(instantShifted(new Date('2026-11-22T10:11:12.345Z'), 'YEAR_OVER_YEAR')).toEqual(new Date('2025-11-22T10:11:12.345Z'));
  });

  test('is refused without both ends, and where it ends before it begins', () => {
    expect(() => comparedPeriod({ from: '2026-01-01', to: null }, 'YEAR_OVER_YEAR')).toThrow(/both ends/);
    expect(() => checkedPeriod({ from: '2026-02-01', to: '2026-02-01' })).toThrow(/end after the beginning/);
  });

  test('has the same hour, day and month, but no day that its month does not have', () => {
    expect(timeKeyShifted('2026-11', 'YEAR_OVER_YEAR')).toBe('2025-11');
    expect(timeKeyShifted('2026-01-31', 'MONTH_OVER_MONTH')).toBe('2025-12-31');
    expect(timeKeyShifted('2026-03-28 07', 'MONTH_OVER_MONTH')).toBe('2026-02-28 07');
    expect(timeKeyShifted('2026-03-31 07', 'MONTH_OVER_MONTH')).toBeNull();
  });
});
