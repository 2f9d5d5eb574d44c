import { CityError } from '../../kernel/city-error.js';
import { checkFilterLists } from './filter-lists.js';

/** A filter that may be combined of others of its kind. */
export interface FilterTree<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

const deepest = 5;
const mostBranches = 50;

/** Throws `BAD_USER_INPUT` when a filter is nested deeper than 5, has more than 50 branches or a list of more than 1,000 members. */
export function checkFilterSize<Filter extends FilterTree<Filter>>(filter: Filter): void {
  let branches = 0;
  const walk = (node: Filter, depth: number): void => {
    branches += 1;
    if (depth > deepest || branches > mostBranches) throw tooLarge(depth, branches);
    for (const child of childrenOf(node)) walk(child, depth + 1);
  };
  walk(filter, 1);
  checkFilterLists(filter);
}

/** Whether something meets a filter: its own conditions, and those of `and`, `or`, `not`. */
export function meetsTree<Filter extends FilterTree<Filter>>(filter: Filter, meetsOwn: (filter: Filter) => boolean): boolean {
  if (!meetsOwn(filter)) return false;
  if (filter.and && !filter.and.every((part) => meetsTree(part, meetsOwn))) return false;
  if (filter.or && filter.or.length > 0 && !filter.or.some((part) => meetsTree(part, meetsOwn))) return false;
  return !(filter.not && meetsTree(filter.not, meetsOwn));
}

function childrenOf<Filter extends FilterTree<Filter>>(node: Filter): readonly Filter[] {
  return [...(node.and ?? []), ...(node.or ?? []), ...(node.not ? [node.not] : [])];
}

function tooLarge(depth: number, branches: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `where: expected at most ${deepest} levels and ${mostBranches} branches, got at least ${depth} levels and ${branches} branches.`,
    messageZh: `where：至多 ${deepest} 层、${mostBranches} 个分支，收到至少 ${depth} 层、${branches} 个分支。`,
    hint: 'Use in-lists instead of many or-branches.',
  });
}
