/** What a walk needs of a page. */
export interface WalkedPage<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number | null;
}

/** Follows `endCursor` from the first page to the last and answers every page; fails when it does not end within `mostPages`. */
export async function walkPages<Page extends WalkedPage<unknown>>(
  ask: (after: string | null) => Promise<Page>,
  mostPages = 2_000,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let after: string | null = null;
  do {
    if (pages.length >= mostPages) throw new Error(`A walk did not end within ${mostPages} pages.`);
    const page: Page = await ask(after);
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

/** All nodes of all pages. */
export async function walkNodes<Node>(
  ask: (after: string | null) => Promise<WalkedPage<Node>>,
  mostPages?: number,
): Promise<readonly Node[]> {
  return (await walkPages(ask, mostPages)).flatMap((page) => page.nodes);
}
