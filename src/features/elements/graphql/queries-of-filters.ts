import type { DivisionFilter } from '../../../graphql/inputs/division-filter.js';
import { checkFilterLists } from '../../../graphql/inputs/filter-lists.js';
import type { CalendarDate } from '../../../kernel/dates.js';
import type { DivisionTree } from '../../divisions/index.js';
import type { ElementQuery, OrganisationQuery } from '../read-models.js';
import type { ElementFilter, OrganisationFilter } from './element.args.js';

/** What of the city model the filters need: places by code. */
export interface PlacesOfModel {
  readonly at: CalendarDate;
  readonly city: { readonly code: string };
  readonly divisions: DivisionTree;
  unit(layerKey: string, localId: string): { readonly uuid: string } | null;
}

/** The key of the layer whose codes `ElementFilter.grid` names. */
const gridLayer = 'city/all-elements';

/** Turns the schema's filter into the read model's query. Throws `BAD_USER_INPUT` for a list beyond its bound. */
export function elementQuery(filter: ElementFilter | null | undefined, places: PlacesOfModel): ElementQuery {
  if (!filter) return {};
  checkFilterLists(filter);
  return {
    ...(filter.kind ? { kinds: filter.kind } : {}),
    ...(filter.department ? { departments: filter.department } : {}),
    ...divisionCodes(filter.division, places),
    ...(filter.grid == null ? {} : { gridUuids: [places.unit(gridLayer, filter.grid)].flatMap((unit) => unit?.uuid ?? []) }),
    ...(filter.nameContains == null ? {} : { nameContains: filter.nameContains }),
    ...(filter.sourceId ? { sourceIds: filter.sourceId } : {}),
  };
}

/** Turns the schema's filter into the read model's query. Throws `BAD_USER_INPUT` for a list beyond its bound. */
export function organisationQuery(filter: OrganisationFilter | null | undefined, places: PlacesOfModel): OrganisationQuery {
  if (!filter) return {};
  checkFilterLists(filter);
  return {
    ...(filter.kind ? { kinds: filter.kind } : {}),
    ...(filter.department == null ? {} : { department: filter.department }),
    ...divisionCodes(filter.division, places),
    ...(filter.code ? { codes: filter.code, at: places.at } : {}),
    ...(filter.nameContains == null ? {} : { nameContains: filter.nameContains }),
  };
}

function divisionCodes(filter: DivisionFilter | null | undefined, places: PlacesOfModel): { readonly divisionCodes?: readonly string[] } {
  if (!filter) return {};
  if (filter.eq != null) return { divisionCodes: [filter.eq] };
  if (filter.within == null || filter.within === places.city.code) return {};
  return { divisionCodes: places.divisions.codesWithin(filter.within) };
}
