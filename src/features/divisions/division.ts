import type { CalendarDate } from '../../kernel/dates.js';
import type { DivisionCode } from '../../kernel/ids.js';

/** The four levels of a city, from the whole to the community or village. */
export const divisionLevels = ['CITY', 'COUNTY', 'TOWNSHIP', 'COMMUNITY'] as const;

/** One of {@link divisionLevels}. */
export type DivisionLevel = (typeof divisionLevels)[number];

/** A division (行政区划) as it stands in a period `[validFrom, validTo)`. */
export interface Division {
  readonly code: DivisionCode;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parentCode: DivisionCode | null;
  /** CITY, DISTRICT, COUNTY, COUNTY_CITY, SUBDISTRICT, TOWN, TOWNSHIP, ZONE, RESIDENTS or VILLAGERS; told by the register, never by the code's range. */
  readonly kind: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}
