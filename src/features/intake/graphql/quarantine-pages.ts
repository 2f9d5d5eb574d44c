import { connectionOf, type ConnectionValue } from '../../../graphql/connection.js';
import type { Total } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { HeldRow, QuarantinePage } from '../runs/quarantine.js';
import { type ShownRow, shownRow } from './quarantined-row.type.js';

/** A page of refused rows: what it was asked by, what was found, and how it is counted. */
export interface FoundRows {
  /** What its cursors are bound to. */
  readonly question: unknown;
  readonly first: number;
  /** One more than the page holds, where there are more. */
  readonly rows: readonly HeldRow[];
  readonly count: () => Promise<number>;
}

/** Further rows are not counted. */
const mostCounted = 10_000;

/** Cuts found rows into the page that a connection shows. */
export function pageOfRows({ question, first, rows, count }: FoundRows, cursors: PageCursors): ConnectionValue<ShownRow> {
  let counted: Promise<number> | null = null;
  return connectionOf({
    edges: rows.slice(0, first).map((row) => ({ node: shownRow(row), cursor: () => cursors.encode(question, [row.id]) })),
    hasNextPage: rows.length > first,
    total: async (): Promise<Total> => {
      const total = await (counted ??= count());
      return { count: Math.min(total, mostCounted), isLowerBound: total > mostCounted };
    },
  });
}

/** Where a page begins, by the cursor of the page before. */
export function pageAfter(after: string | null | undefined, question: unknown, cursors: PageCursors): QuarantinePage['after'] {
  return after == null ? null : String(cursors.decode(question, after)[0]);
}
