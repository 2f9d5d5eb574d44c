import { CityError } from '../kernel/city-error.js';
import type { Principal } from '../kernel/principal.js';

/** One edge of a page. */
export interface PageEdge<Node> {
  readonly node: Node;
  /** Signs the cursor; called only when the caller asks for it, since a signature costs more than the rest of the edge. */
  cursor(): string;
}

/** A total, or the least it can be. */
export interface Total {
  /** Null when it is suppressed. */
  readonly count: number | null;
  readonly isLowerBound: boolean;
}

/** One page of a connection, forward only. */
export interface Page<Node> {
  readonly edges: readonly PageEdge<Node>[];
  readonly hasNextPage: boolean;
  /** Counts only when the caller asks for it; called at most once. */
  total(): Promise<Total> | Total;
}

const largestPage = 100;
const largestMachinePage = 1000;

/** Most items on one page of a principal's. */
export function largestPageOf({ kind }: Pick<Principal, 'kind'>): number {
  return kind === 'MACHINE' ? largestMachinePage : largestPage;
}

/** Returns `first` when it is a page size; throws `BAD_USER_INPUT` outside 1–100 (1–1,000 for machines). */
export function pageSize(first: number | null | undefined, principal: Principal): number {
  const largest = largestPageOf(principal);
  if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= largest) return first;
  throw new CityError({
    code: 'BAD_USER_INPUT',
    message: `first: expected 1 to ${largest}, got ${first === null ? 'null' : first}.`,
    messageZh: `first：应为 1 到 ${largest}，收到 ${first === null ? 'null' : first}。`,
    hint: 'Ask for a smaller page and follow pageInfo.endCursor.',
    details: { argument: 'first', largest, received: first ?? null },
  });
}

/** Cuts one page out of a list that is already filtered and sorted; `cursorOf` must be strictly ascending in the list's order. */
export function pageOfList<Node>(
  list: readonly Node[],
  wish: { readonly first: number; readonly startsAt: number },
  cursorOf: (node: Node) => string,
): Page<Node> {
  const nodes = list.slice(wish.startsAt, wish.startsAt + wish.first);
  return {
    edges: nodes.map((node) => ({ node, cursor: () => cursorOf(node) })),
    hasNextPage: wish.startsAt + wish.first < list.length,
    total: () => ({ count: list.length, isLowerBound: false }),
  };
}
