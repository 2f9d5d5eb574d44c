import { checkFilterSize } from '../../../../graphql/inputs/filter-tree.js';
import { SortDirection } from '../../../../graphql/inputs/sort-direction.js';
import type { RequestContext } from '../../../../graphql/request-context.js';
import { CityError } from '../../../../kernel/city-error.js';
import { parseGlobalId } from '../../../../kernel/ids.js';
import { allElementsLayer, type GridModel, layersAsked } from '../../../grids/index.js';
import type { MatterOrdering, MatterQuery } from '../../matter-query.js';
import type { MatterFilter, MatterOrder, NearInput } from './matter-filter.input.js';

/** Newest first, which is what a list of matters shows unless something else is asked. */
export const newestFirst: MatterOrdering = { by: 'REPORTED_AT', descending: true };

/** What a filter is understood by: the request. */
export type FilterContext = Pick<RequestContext<GridModel>, 'model' | 'clock'>;

interface Setting {
  readonly model: GridModel;
  readonly now: Date;
}

/** Turns the schema's filter into the read model's query: grids and divisions by the model of the request, lights at the instant `now`. Throws `BAD_USER_INPUT` for what is beyond its bounds. */
export function queryOfFilter(filter: MatterFilter | null | undefined, { model, clock }: FilterContext): MatterQuery {
  if (!filter) return {};
  checkFilterSize(filter);
  return translate(filter, { model, now: clock.now() });
}

/** Turns the schema's sort into the read model's; throws `BAD_USER_INPUT` when more than one key is asked. */
export function orderingOf(orderBy: readonly MatterOrder[] | null | undefined): MatterOrdering {
  if (!orderBy || orderBy.length === 0) return newestFirst;
  if (orderBy.length > 1) throw oneKey(orderBy.length);
  const order = orderBy[0]!;
  return { by: order.field, descending: order.direction === SortDirection.DESC };
}

function translate(filter: MatterFilter, setting: Setting): MatterQuery {
  const { model, now } = setting;
  const { state, reportedAt, category } = filter;
  const states = [...(state?.eq ? [state.eq] : []), ...(state?.in ?? [])];
  return {
    ...combined(filter, setting),
    ...(filter.department ? { departments: filter.department } : {}),
    ...(state?.eq || state?.in
      ? { states: state.eq && state.in ? states.filter((one) => one === state.eq && state.in!.includes(one)) : states }
      : {}),
    ...(filter.open == null ? {} : { isOpen: filter.open }),
    ...(filter.source ? { sources: filter.source } : {}),
    ...divisionOf(filter, model),
    ...(category ? { category: { standard: category.standard, kind: category.kind, code: category.code } } : {}),
    ...(reportedAt?.gte ? { reportedFrom: reportedAt.gte } : {}),
    ...(reportedAt?.lt ? { reportedBefore: reportedAt.lt } : {}),
    ...periodsOf(filter),
    ...(filter.light ? { light: { lights: filter.light, at: now } } : {}),
    ...(filter.lead == null ? {} : { leadCode: filter.lead }),
    ...(filter.near ? { near: circleOf(filter.near) } : {}),
    ...(filter.about == null ? {} : { aboutElement: elementOf(filter.about) }),
    ...(filter.titleContains ? { titleContains: filter.titleContains } : {}),
  };
}

function periodsOf({ closedAt, dueAt, dueBefore }: MatterFilter): MatterQuery {
  const dueEnds = [dueAt?.lt, dueBefore].flatMap((end) => end?.getTime() ?? []);
  return {
    ...(closedAt?.gte ? { closedFrom: closedAt.gte } : {}),
    ...(closedAt?.lt ? { closedBefore: closedAt.lt } : {}),
    ...(dueAt?.gte ? { dueFrom: dueAt.gte } : {}),
    ...(dueEnds.length > 0 ? { dueBefore: new Date(Math.min(...dueEnds)) } : {}),
  };
}

const widestM = 5_000;

function circleOf({ longitude, latitude, metres }: NearInput): NonNullable<MatterQuery['near']> {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && metres > 0 && metres <= widestM) return { longitude, latitude, metres };
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `near: expected a point on the map and 0 < metres ≤ ${widestM}, got ${longitude}, ${latitude}, ${metres}.`,
    messageZh: `near：应为地图上的一点及 0 < metres ≤ ${widestM}，收到 ${longitude}, ${latitude}, ${metres}。`,
    hint: 'Are longitude and latitude swapped?',
  });
}

function elementOf(id: string): string {
  const found = parseGlobalId(id);
  if (found) return found.uuid;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `about: expected the global id of an element, got ${JSON.stringify(id)}.`,
    messageZh: `about：应为要素的全局编号，收到 ${JSON.stringify(id)}。`,
    hint: 'The query elements answers ids.',
  });
}

function combined(filter: MatterFilter, setting: Setting): MatterQuery {
  // A grid and an office's unit narrow each other, so each is a condition of its own.
  const and = [...unitsOf(filter, setting.model), ...(filter.and ?? []).map((part) => translate(part, setting))];
  return {
    ...(and.length > 0 ? { and } : {}),
    ...(filter.or ? { or: filter.or.map((part) => translate(part, setting)) } : {}),
    ...(filter.not ? { not: translate(filter.not, setting) } : {}),
  };
}

function divisionOf({ division }: MatterFilter, model: GridModel): Pick<MatterQuery, 'divisionCodes'> {
  if (!division) return {};
  if (division.eq != null) return { divisionCodes: [division.eq] };
  // The whole city narrows nothing: matters without a division lie in it as well.
  if (division.within == null || division.within === model.city.code) return {};
  return { divisionCodes: model.divisions.codesWithin(division.within) };
}

function unitsOf({ grid, unit }: MatterFilter, model: GridModel): readonly MatterQuery[] {
  const byCode = grid == null ? [] : [[model.unit(allElementsLayer, grid)]];
  const byOffice = unit
    ? [layersAsked(model, unit.department, unit.layer ?? null).map((layer) => model.unit(layer.key, unit.localId))]
    : [];
  return [...byCode, ...byOffice].map((units) => ({ unitUuids: units.flatMap((found) => found?.uuid ?? []) }));
}

function oneKey(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `orderBy: expected one key, got ${received}; the id decides between equals.`,
    messageZh: `orderBy：只能给一个排序键，收到 ${received} 个；相同时按编号。`,
  });
}
