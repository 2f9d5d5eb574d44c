import type { DepartmentCode } from '../../../kernel/ids.js';
import type { IndicatorKey } from './indicator-definition.js';

/** One live key figure: exact as of its instant. */
export interface Indicator {
  readonly indicator: IndicatorKey;
  /** The office whose matters it counts; null for the whole division. */
  readonly department: DepartmentCode | null;
  /** Null where there is nothing to divide by, or where it is suppressed. */
  readonly value: number | null;
  /** Null where nothing is divided, or where it is suppressed. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isSuppressed: boolean;
  readonly asOf: Date;
}

/** Some figures of a division as they stood together. */
export interface IndicatorReading {
  readonly figures: readonly Indicator[];
  /** When some of them change although nothing happens: a light turns, or the city's day ends. */
  readonly changesAt: Date;
}

/** What tells a figure from the others of its division. */
export function nameOf({ indicator, department }: Pick<Indicator, 'indicator' | 'department'>): string {
  return department === null ? indicator : `${indicator} ${department}`;
}
