import { connectionOf, type ConnectionValue } from '../../../../graphql/connection.js';
import { pageOfList, pageSize } from '../../../../graphql/page.js';
import type { PageCursors, PageKey } from '../../../../graphql/page-cursors.js';
import type { Principal } from '../../../../kernel/principal.js';

/** What a page of a list in hand is asked by. */
export interface ListPageWish {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The list, the question that its cursors are bound to, and where each of its rows stands: whole numbers that ascend or descend. */
export interface ListInHand<Row> {
  readonly rows: readonly Row[];
  readonly question: unknown;
  readonly placeOf: (row: Row) => number;
  readonly by: Principal;
}

/** A page of a list in hand; what is added at its end or beginning neither skips nor repeats a row. */
export function pageInHand<Row>(
  { rows, question, placeOf, by }: ListInHand<Row>,
  { first, after }: ListPageWish,
  cursors: PageCursors,
): ConnectionValue<Row> {
  const startsAt = after == null ? 0 : 1 + rows.findIndex((row) => placeOf(row) === placeIn(cursors.decode(question, after)));
  return connectionOf(pageOfList(rows, { first: pageSize(first, by), startsAt }, (row) => cursors.encode(question, [placeOf(row)])));
}

const placeIn = ([place]: PageKey): number => place as number;
