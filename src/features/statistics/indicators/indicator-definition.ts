/** The live key figures of a division. */
export const indicatorKeys = [
  'OPEN',
  'OPEN_GREEN',
  'OPEN_YELLOW',
  'OPEN_RED',
  'UNACCEPTED',
  'UNANSWERED',
  'REPORTED_TODAY',
  'CLOSED_TODAY',
  'OBJECTIONS_TODAY',
  'OVERDUE',
  'ON_TIME_RATE',
  'SATISFACTION_RATE',
  'OFFICES_LIVE',
  'OFFICES_STALE',
  'OFFICES_DOWN',
  'ELEMENTS',
  'GRIDS',
] as const;

/** One of {@link indicatorKeys}. */
export type IndicatorKey = (typeof indicatorKeys)[number];

/** What an indicator's number is measured in. */
export type IndicatorUnit = 'MATTERS' | 'STEPS' | 'SHARE' | 'OFFICES' | 'ELEMENTS' | 'GRIDS';

/** What time an indicator speaks of: this moment, the city's day, or the matters reported in the city's month. */
export type IndicatorSpan = 'NOW' | 'TODAY' | 'MONTH';

/** What an indicator means: shown beside its number. */
export interface IndicatorDefinition {
  readonly indicator: IndicatorKey;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly formulaZh: string;
  readonly formulaEn: string;
  readonly unit: IndicatorUnit;
  readonly span: IndicatorSpan;
  /** Whether cities divide by different numbers, so that the denominator must be confirmed on site. */
  readonly isConfirmedLocally: boolean;
  /** Where the definition was taken from. */
  readonly source: string;
}
