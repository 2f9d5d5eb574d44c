/** What matters can be grouped by. */
export const matterGroupings = [
  'COUNTY',
  'TOWNSHIP',
  'COMMUNITY',
  'GRID',
  'UNIT',
  'ORGANISATION',
  'CATEGORY',
  'STATE',
  'OFFICE',
  'SOURCE',
  'HOUR',
  'DAY',
  'MONTH',
] as const;

/** One of {@link matterGroupings}. */
export type MatterGrouping = (typeof matterGroupings)[number];

/** The groupings by time; their keys are told in the city's time zone. */
export const timeGroupings: ReadonlySet<MatterGrouping> = new Set(['HOUR', 'DAY', 'MONTH']);
