import type { Page } from '../../../graphql/page.js';
import type { PageCursors } from '../../../graphql/page-cursors.js';
import type { Deliberation } from '../deliberation.js';
import type { DeliberationPageWish, DeliberationRows } from '../ports.js';

/** How many deliberations are counted before a total becomes "at least". */
export const countCap = 10_000;

/** The page that a connection shows of the read model's rows; the total is counted only when asked for. */
export function deliberationPage(
  { deliberations, hasMore }: DeliberationRows,
  asked: { readonly question: unknown; readonly cursors: PageCursors; count(): Promise<number> },
): Page<Deliberation> {
  const { question, cursors } = asked;
  return {
    edges: deliberations.map((node) => ({ node, cursor: () => cursors.encode(question, [node.proposedAt.getTime(), node.uuid]) })),
    hasNextPage: hasMore,
    total: async () => {
      const total = await asked.count();
      return { count: Math.min(total, countCap), isLowerBound: total > countCap };
    },
  };
}

/** Where the page after a cursor begins; throws `CURSOR_INVALID`. */
export function deliberationStart(
  cursors: PageCursors,
  question: unknown,
  after: string | null | undefined,
): DeliberationPageWish['after'] {
  if (after == null) return null;
  const [proposedAt, uuid] = cursors.decode(question, after) as [number, string];
  return { proposedAt: new Date(proposedAt), uuid };
}
