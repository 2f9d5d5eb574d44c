import { CategoriesResolver } from '../../../src/features/categories/graphql/categories.resolver.js';
import type { RequestContext } from '../../../src/graphql/request-context.js';

const asked: number[] = [];
const resolver = new CategoriesResolver({
  categories: { byKey: (keys) => (asked.push(keys.length), Promise.resolve(keys.map(() => null))), all: () => Promise.resolve([]) },
  links: { ofKeys: (keys) => Promise.resolve(keys.map(() => [])), byUuid: () => Promise.resolve(null) },
});
const context = { model: { at: '2026-11-22' }, clock: { now: () => new Date(0) } } as unknown as RequestContext<{ readonly at: string }>;
const codes = (count: number) => Array.from({ length: count }, (_, place) => ({ standard: 'cj', kind: 'MATTER', code: String(place) }));

test('a thousand categories are answered at once, one more is refused before anything is read', async () => {
  await expect(resolver.resolveCategories(codes(1000), null, null, null, context)).resolves.toHaveLength(1000);
  await expect(resolver.resolveCategories(codes(1001), null, null, null, context)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(asked).toEqual([1000]);
});
