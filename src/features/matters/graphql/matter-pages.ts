import type { Page } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { Matter } from '../matter.js';
import type { MatterOrdering, MatterPageStart } from '../matter-query.js';
import type { MatterRows } from '../ports.js';

/** How many matters are counted before a total becomes "at least". */
export const countCap = 10_000;

/** The page that a connection shows of the read model's rows; the total is counted only when asked for. */
export function matterPage(
  rows: MatterRows,
  asked: { readonly question: unknown; readonly ordering: MatterOrdering; readonly cursors: PageCursors; count(): Promise<number> },
): Page<Matter> {
  const { question, ordering, cursors } = asked;
  let counted: Promise<number> | null = null;
  return {
    edges: rows.matters.map((node) => ({ node, cursor: () => cursors.encode(question, [sortValue(node, ordering), node.uuid]) })),
    hasNextPage: rows.hasMore,
    total: async () => {
      const total = await (counted ??= asked.count());
      return { count: Math.min(total, countCap), isLowerBound: total > countCap };
    },
  };
}

/** Where the page after a cursor begins; throws `CURSOR_INVALID`. */
export function pageStart(cursors: PageCursors, question: unknown, after: string | null | undefined): MatterPageStart | null {
  if (after == null) return null;
  const [value, uuid] = cursors.decode(question, after) as [number | null, string];
  return { value, uuid };
}

function sortValue(matter: Matter, ordering: MatterOrdering): number | null {
  return sortedBy[ordering.by](matter)?.getTime() ?? null;
}

const sortedBy: Readonly<Record<MatterOrdering['by'], (matter: Matter) => Date | null>> = {
  REPORTED_AT: ({ reportedAt }) => reportedAt,
  DUE_AT: ({ dueAt }) => dueAt,
  CLOSED_AT: ({ closedAt }) => closedAt,
};
