/**
 * The datums that a file may be declared in. CGCS2000 and WGS84 are the same within centimetres and are taken as they are;
 * GCJ-02 and BD-09 are what Chinese web maps show, some hundred metres off on purpose, and are converted.
 */
export const datums = ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] as const;

/** One of {@link datums}. */
export type Datum = (typeof datums)[number];

/** A datum that must be converted. */
export type ShiftedDatum = Extract<Datum, 'GCJ02' | 'BD09'>;

/** The datum that a file must be converted from; null where it is right as it is. */
export function shiftedDatum(datum: Datum | undefined): ShiftedDatum | null {
  return datum === 'GCJ02' || datum === 'BD09' ? datum : null;
}
