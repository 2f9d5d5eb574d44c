import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { Category, CategoryReadModel } from '../../categories/index.js';
import type { CityModel } from '../../crosswalk/index.js';
import type { Organisation, OrganisationReadModel } from '../../elements/index.js';
import type { StatisticsKey } from '../figures/statistics-row.js';
import { StatisticsKeyType } from './matter-statistics.type.js';

/** What the names of keys are read from. */
export interface KeyNameSources {
  readonly organisations: OrganisationReadModel;
  readonly categories: CategoryReadModel;
}

/** Names the keys of rows: divisions and units by the model of the request, organisations and categories by their registers. */
@Resolver(() => StatisticsKeyType)
export class StatisticsKeyResolver {
  readonly #sources: KeyNameSources;
  readonly #organisation = perRequest<string, Organisation | null>('organisationOfKeyByUuid', (uuids) =>
    this.#sources.organisations.byUuid(uuids),
  );
  readonly #category = perRequest<string, Category | null>('categoryOfKey', (keys) =>
    this.#sources.categories.byKey(keys.map(categoryKeyOf)),
  );

  constructor(sources: KeyNameSources) {
    this.#sources = sources;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '名称：区划、单元、组织与类别才有。The name; of divisions, units, organisations and categories.',
  })
  async name(@Root() { grouping, key }: StatisticsKey, @Ctx() context: RequestContext<CityModel>): Promise<string | null> {
    if (key === null) return null;
    const { model } = context;
    if (grouping === 'COUNTY' || grouping === 'TOWNSHIP' || grouping === 'COMMUNITY')
      return model.divisions.pathOf(key).at(-1)?.name ?? null;
    if (grouping === 'GRID' || grouping === 'UNIT') return model.unitByUuid(key)?.name ?? null;
    if (grouping === 'ORGANISATION') return (await this.#organisation(context).load(key))?.name ?? null;
    return grouping === 'CATEGORY' ? ((await this.#category(context).load(key))?.nameZh ?? null) : null;
  }
}

/** `standard|kind|code`; the code may hold a bar itself. */
function categoryKeyOf(key: string): { readonly standard: string; readonly kind: string; readonly code: string } {
  const [standard, kind, ...code] = key.split('|');
  return { standard: standard!, kind: kind!, code: code.join('|') };
}
