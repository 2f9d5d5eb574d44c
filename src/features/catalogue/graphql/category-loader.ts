import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { Category, CategoryKey, CategoryReadModel } from '../../categories/index.js';

/** Loads categories of one request together; one that its standard no longer lists is told by its code. */
export function categoryLoader(
  name: string,
  categories: CategoryReadModel,
): (context: RequestContext, key: CategoryKey) => Promise<Category> {
  const loader = perRequest<string, Category | null>(name, (keys) => categories.byKey(keys.map((key) => JSON.parse(key) as CategoryKey)));
  return async (context, { standard, kind, code }) => {
    const found = await loader(context).load(JSON.stringify({ standard, kind, code }));
    return found ?? { standard, kind, code, nameZh: code, nameEn: null, parentCode: null };
  };
}
