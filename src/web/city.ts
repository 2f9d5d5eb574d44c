import { ask } from './ask.js';

/** The city that the platform serves, as far as a page says it. */
export interface City {
  readonly code: string;
  readonly name: string;
  /** What every page must say about the data, e.g. that it is a sample; null for a real city's own register. */
  readonly noticeZh: string | null;
  readonly noticeEn: string | null;
}

/** Fields of {@link City} in a query. */
export const cityFields = 'city { code name noticeZh noticeEn }';

/** The query behind {@link readCity}. */
export const cityQuery = `{ ${cityFields} }`;

/** Asks which city is served. */
export async function readCity(endpoint: URL): Promise<City> {
  return (await ask<{ city: City }>(endpoint, cityQuery)).city;
}
