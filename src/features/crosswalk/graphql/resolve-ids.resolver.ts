import { Args, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { modelFor } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import type { IdResolver } from '../resolve/id-resolver.js';
import type { IdResolution } from '../resolve/resolve-ids.js';
import { IdResolutionType } from './id-resolution.type.js';
import { ResolveIdsArgs } from './resolve-ids.args.js';

const mostIds = 1000;

/** Answers one office's ids in the others'. */
@Resolver()
export class ResolveIdsResolver {
  readonly #models: ModelSource<CityModel>;
  readonly #resolver: IdResolver;

  constructor(models: ModelSource<CityModel>, resolver: IdResolver) {
    this.#models = models;
    this.#resolver = resolver;
  }

  @Query(() => [IdResolutionType], {
    description:
      '把部门编号解析成全要素网格与其他部门的网格，次序不变。Resolves offices’ ids into the all-elements grids and the other offices’ units, in order.',
  })
  async resolveIds(
    @Args(() => ResolveIdsArgs) asked: ResolveIdsArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<readonly IdResolution[]> {
    if (asked.ids.length > mostIds) throw tooMany(asked.ids.length);
    const model = await modelFor(this.#models, context, asked);
    const ids = asked.ids.map((id) => ({ department: id.department, localId: id.localId, layer: id.layer ?? null }));
    return this.#resolver.resolve(model, ids, asked);
  }
}

function tooMany(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `ids: expected at most ${mostIds}, got ${received}.`,
    messageZh: `ids：至多 ${mostIds} 个，收到 ${received} 个。`,
    hint: 'Ask in several requests.',
  });
}
