import { checkFilterSize } from '../../../../graphql/inputs/filter-tree.js';
import { SortDirection } from '../../../../graphql/inputs/sort-direction.js';
import { CityError } from '../../../../kernel/city-error.js';
import { allElementsLayer, type GridModel, layersAsked } from '../../../grids/index.js';
import type { MatterOrdering, MatterQuery } from '../../matter-query.js';
import { type MatterFilter, type MatterOrder, MatterOrderField } from './matter-filter.input.js';

/** Newest first, which is what a list of matters shows unless something else is asked. */
export const newestFirst: MatterOrdering = { by: 'REPORTED_AT', descending: true };

/** Turns the schema's filter into the read model's query: grids and divisions by the model of the request. Throws `BAD_USER_INPUT` for a filter beyond its bounds. */
export function queryOfFilter(filter: MatterFilter | null | undefined, model: GridModel): MatterQuery {
  if (!filter) return {};
  checkFilterSize(filter);
  return translate(filter, model);
}

/** Turns the schema's sort into the read model's; throws `BAD_USER_INPUT` when more than one key is asked. */
export function orderingOf(orderBy: readonly MatterOrder[] | null | undefined): MatterOrdering {
  if (!orderBy || orderBy.length === 0) return newestFirst;
  if (orderBy.length > 1) throw oneKey(orderBy.length);
  const order = orderBy[0]!;
  return { by: order.field === MatterOrderField.DUE_AT ? 'DUE_AT' : 'REPORTED_AT', descending: order.direction === SortDirection.DESC };
}

function translate(filter: MatterFilter, model: GridModel): MatterQuery {
  const { state, reportedAt, category } = filter;
  const states = [...(state?.eq ? [state.eq] : []), ...(state?.in ?? [])];
  return {
    ...combined(filter, model),
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
    ...(filter.dueBefore ? { dueBefore: filter.dueBefore } : {}),
    ...(filter.titleContains ? { titleContains: filter.titleContains } : {}),
  };
}

function combined(filter: MatterFilter, model: GridModel): MatterQuery {
  // A grid and an office's unit narrow each other, so each is a condition of its own.
  const and = [...unitsOf(filter, model), ...(filter.and ?? []).map((part) => translate(part, model))];
  return {
    ...(and.length > 0 ? { and } : {}),
    ...(filter.or ? { or: filter.or.map((part) => translate(part, model)) } : {}),
    ...(filter.not ? { not: translate(filter.not, model) } : {}),
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
