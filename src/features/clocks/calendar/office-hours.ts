/** A stretch of a working day in minutes since its midnight, half-open. */
export interface OfficeHours {
  readonly from: number;
  readonly to: number;
}

/** The hours of a working day where a city does not name its own: 09:00–12:00 and 14:00–18:00, seven in all. */
export const usualHours: readonly OfficeHours[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];
