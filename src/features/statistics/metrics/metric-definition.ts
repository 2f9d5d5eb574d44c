import type { Fact } from './fact.js';

/** The figures that can be asked about matters. */
export const matterMetrics = [
  'REPORTED',
  'OPEN',
  'CLOSED',
  'OVERDUE',
  'OVERDUE_EXEMPT',
  'RED_LIGHTS',
  'ON_TIME_RATE',
  'CLOSING_RATE',
  'VALID_REPORT_RATE',
  'RESPONSE_RATE',
  'ACCURATE_DISPATCH_RATE',
  'OBJECTION_RATE',
  'REWORK_RATE',
  'EXTENSION_RATE',
  'CALLBACK_RESPONSE_RATE',
  'RESOLUTION_RATE',
  'SATISFACTION_RATE',
  'TOWNSHIP_SCORE',
  'DEPARTMENT_SCORE',
  'MEDIAN_HOURS',
] as const;

/** One of {@link matterMetrics}. */
export type MatterMetric = (typeof matterMetrics)[number];

/** What a metric's number is measured in. */
export type MetricUnit = 'MATTERS' | 'SHARE' | 'SCORE' | 'HOURS';

/** What a metric means: shown beside its number, so that nobody has to guess what was divided by what. */
export interface MetricDefinition {
  readonly metric: MatterMetric;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly formulaZh: string;
  readonly formulaEn: string;
  readonly unit: MetricUnit;
  readonly numerator: Fact;
  /** Null where the number is no quotient. */
  readonly denominator: Fact | null;
  /** Whether cities divide by different numbers, so that the denominator must be confirmed on site. */
  readonly isConfirmedLocally: boolean;
  /** Where the definition was taken from. */
  readonly source: string;
}
