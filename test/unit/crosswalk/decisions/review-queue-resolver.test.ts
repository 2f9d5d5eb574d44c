import type { DecisionReadModel } from '../../../../src/features/crosswalk/decisions/ports.js';
import type { ReviewItem } from '../../../../src/features/crosswalk/decisions/review-queue.js';
import { ReviewQueueResolver } from '../../../../src/features/crosswalk/graphql/review-queue.resolver.js';
import type { PageCursors } from '../../../../src/graphql/page-cursors.js';
import type { RequestContext } from '../../../../src/graphql/request-context.js';

test('the declarations of a page of rows are read together', async () => {
  const read: (readonly string[])[] = [];
  const decisions: DecisionReadModel = {
    byUuid: (uuids) => (read.push(uuids), Promise.resolve(uuids.map(() => null))),
    page: () => Promise.reject(new Error('Decisions were looked for one row at a time.')),
    count: () => Promise.resolve(0),
    standing: () => Promise.resolve([]),
  };
  const resolver = new ReviewQueueResolver(decisions, {} as PageCursors);
  const context = {} as RequestContext;
  const items = ['d-1', null, 'd-2'].map((declarationUuid) => ({ declarationUuid, unit: {} }) as ReviewItem);
  await Promise.all(items.map((item) => resolver.declaration(item, context)));
  expect(read).toEqual([['d-1', 'd-2']]);
});
