import { ask } from '../ask.js';
import { type City, cityFields } from '../city.js';

/** How an office's front database is: answering, behind, or away. */
export type OfficeLiveness = 'LIVE' | 'STALE' | 'DOWN';

/** One office as the start page shows it. */
export interface Office {
  readonly department: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: OfficeLiveness;
  readonly asOf: string | null;
  readonly layers: readonly { readonly key: string }[];
}

interface Counted {
  /** Null where the viewer may not know it. */
  readonly totalCount: number | null;
}

/** Everything that the start page shows, from one query. */
export interface Overview {
  readonly city: City;
  readonly departments: readonly Office[];
  readonly grids: Counted;
  readonly elements: Counted;
  readonly matters: Counted;
  readonly openMatters: Counted;
}

/** The query behind {@link readOverview}. */
export const overviewQuery = `query StartPage {
  ${cityFields}
  departments { department nameZh nameEn state asOf layers { key } }
  grids: allElementsGrids(first: 1) { totalCount }
  elements(first: 1) { totalCount }
  matters(first: 1) { totalCount }
  openMatters: matters(where: { open: true }, first: 1) { totalCount }
}`;

/** Asks for the overview of the city; throws what {@link ask} throws. */
export function readOverview(endpoint: URL): Promise<Overview> {
  return ask<Overview>(endpoint, overviewQuery);
}
