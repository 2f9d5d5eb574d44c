import type { MatterMetric, MetricDefinition } from '../metrics/metric-definition.js';
import type { MatterGrouping } from './grouping.js';

/** One key of a row; null for the group of what has none. */
export interface StatisticsKey {
  readonly grouping: MatterGrouping;
  readonly key: string | null;
}

/** A metric's number in one group. */
export interface MetricValue {
  readonly metric: MatterMetric;
  readonly definition: MetricDefinition;
  /** Null where there is nothing to divide by, or where it is suppressed. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The value of the compared period; null where none was asked for or there is none. */
  readonly comparison: number | null;
  /** By how much the value differs from {@link comparison}. */
  readonly change: number | null;
  /** The same as a share of it; null where it is 0. */
  readonly changeShare: number | null;
}

/** One group of matters with its figures. */
export interface StatisticsRow {
  readonly keys: readonly StatisticsKey[];
  /** Null where the group is suppressed. */
  readonly matters: number | null;
  readonly isSuppressed: boolean;
  readonly values: readonly MetricValue[];
}
