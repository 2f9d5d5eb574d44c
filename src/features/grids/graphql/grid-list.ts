import { checkFilterSize } from '../../../graphql/inputs/filter-tree.js';
import { SortDirection } from '../../../graphql/inputs/sort-direction.js';
import { type Page, pageOfList, pageSize } from '../../../graphql/page.js';
import type { PageCursors, PageKey } from '../../../graphql/page-cursors.js';
import { CityError } from '../../../kernel/city-error.js';
import type { Principal } from '../../../kernel/principal.js';
import type { GridUnit } from '../grid-model.js';
import { type GridFilter, gridMeets, type GridOrder, GridOrderField } from './grid-filter.input.js';

/** What a page of grids is asked by. */
export interface GridListWish {
  readonly where?: GridFilter | null;
  readonly orderBy?: readonly GridOrder[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

type SortValue = string | number | null;

const sortValue: Readonly<Record<GridOrderField, (unit: GridUnit) => SortValue>> = {
  [GridOrderField.LOCAL_ID]: (unit) => unit.localId,
  [GridOrderField.NAME]: (unit) => unit.name,
  [GridOrderField.AREA]: (unit) => unit.areaM2,
  [GridOrderField.HOUSEHOLDS]: (unit) => unit.households,
};

/** A further key would be one of these again, and decides nothing. */
const mostKeys = Object.keys(sortValue).length;

/** Cuts pages out of the units of a model. */
export class GridLists {
  readonly #cursors: PageCursors;

  constructor(cursors: PageCursors) {
    this.#cursors = cursors;
  }

  /**
   * Filters and sorts `units`, which come in order of their local ids, and cuts a page.
   * A cursor holds the sort values and the id of its unit, so that a redraw in between neither skips nor repeats;
   * `list` names the question, its date included, so that a cursor opens no other.
   * Throws `BAD_USER_INPUT` for a filter beyond its bounds or more than four sort keys.
   */
  page(units: readonly GridUnit[], wish: GridListWish, asked: { readonly list: string; readonly by: Principal }): Page<GridUnit> {
    const { where, after } = wish;
    const orderBy = wish.orderBy ?? [];
    const first = pageSize(wish.first, asked.by);
    if (where) checkFilterSize(where);
    if (orderBy.length > mostKeys) throw tooManyKeys(orderBy.length);
    const question = [asked.list, where ?? null, orderBy];
    const kept = where ? units.filter((unit) => gridMeets(where, unit)) : units;
    const sorted = orderBy.length === 0 ? kept : [...kept].sort((a, b) => compareKeys(keyOf(a, orderBy), keyOf(b, orderBy), orderBy));
    const startsAt = after ? firstAfter(sorted, this.#cursors.decode(question, after), orderBy) : 0;
    return pageOfList(sorted, { first, startsAt }, (unit) => this.#cursors.encode(question, keyOf(unit, orderBy)));
  }
}

function tooManyKeys(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `orderBy: expected at most ${mostKeys} keys, got ${received}.`,
    messageZh: `orderBy：至多 ${mostKeys} 个排序键，收到 ${received} 个。`,
    details: { limit: mostKeys },
  });
}

function keyOf(unit: GridUnit, orderBy: readonly GridOrder[]): PageKey {
  return [...orderBy.map((order) => sortValue[order.field](unit)), unit.localId, unit.uuid];
}

function firstAfter(sorted: readonly GridUnit[], key: PageKey, orderBy: readonly GridOrder[]): number {
  const found = sorted.findIndex((unit) => compareKeys(keyOf(unit, orderBy), key, orderBy) > 0);
  return found < 0 ? sorted.length : found;
}

function compareKeys(a: PageKey, b: PageKey, orderBy: readonly GridOrder[]): number {
  for (let i = 0; i < a.length; i++) {
    const compared = compareValues(a[i] ?? null, b[i] ?? null);
    if (compared !== 0) return orderBy[i]?.direction === SortDirection.DESC ? -compared : compared;
  }
  return 0;
}

/** Missing values sort before all others. */
function compareValues(a: SortValue, b: SortValue): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
