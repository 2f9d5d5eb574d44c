import type { Page } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { Rows } from '../read-models.js';

/** The page that a connection shows of rows in order of their uuid; the total is counted only when asked for. */
export function rowPage<Row extends { readonly uuid: string }>(
  found: Rows<Row>,
  asked: { readonly question: unknown; readonly cursors: PageCursors; count(): Promise<number> },
): Page<Row> {
  let counted: Promise<number> | null = null;
  return {
    edges: found.rows.map((node) => ({ node, cursor: () => asked.cursors.encode(asked.question, [node.uuid]) })),
    hasNextPage: found.hasMore,
    total: async () => ({ count: await (counted ??= asked.count()), isLowerBound: false }),
  };
}

/** The uuid that a page begins after; throws `CURSOR_INVALID`. */
export function rowStart(cursors: PageCursors, question: unknown, after: string | null | undefined): string | null {
  return after == null ? null : (cursors.decode(question, after)[0] as string);
}
