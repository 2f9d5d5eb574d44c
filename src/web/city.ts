import { ask } from './ask.js';

/** The city that the platform serves, as far as a page says it. */
export interface City {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What every page must say about the data, e.g. that it is a sample; null for a real city's own register. */
  readonly noticeZh: string | null;
  readonly noticeEn: string | null;
}

/** Fields of {@link City} in a query. */
export const cityFields = 'city { code nameZh nameEn noticeZh noticeEn }';

/** Whose data a page shows, and to whom. */
export interface Situation {
  readonly city: City;
  /** Who asks, e.g. `demo-analyst` where the platform takes callers without credentials. */
  readonly whoAmI: { readonly subject: string };
}

/** The query behind {@link readSituation}. */
export const situationQuery = `{ ${cityFields} whoAmI { subject } }`;

/** Asks which city is served, and as whom the page asks. */
export function readSituation(endpoint: URL): Promise<Situation> {
  return ask<Situation>(endpoint, situationQuery);
}
