/** How days are counted where the law, or a city, has a say. */
export interface CountingRules {
  /** Whether the day on which a limit begins is its first; false by 民法典 Art. 201: the day of beginning is not counted. */
  readonly countsFirstDay: boolean;
  /** Whether a limit of calendar days that would end on a day of rest ends with the next working day; true by 民法典 Art. 203. */
  readonly restExtends: boolean;
}

/** As the Civil Code has it (民法典, in force 2021-01-01, Art. 201 and 203). */
export const lawfulCounting: CountingRules = { countsFirstDay: false, restExtends: true };

/** From when a running limit is yellow: as soon as one of the two holds. No national threshold is known; both numbers are local. */
export interface YellowRule {
  /** The share of the whole limit that is left, from 0 to 1. */
  readonly share: number;
  /** The hours that are left, in the limit's own terms. */
  readonly hours: number;
}

/** Yellow where it is not said otherwise: 20 % or 2 hours. */
export const usualYellow: YellowRule = { share: 0.2, hours: 2 };
