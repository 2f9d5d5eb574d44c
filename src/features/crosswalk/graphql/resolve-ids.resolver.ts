import { Args, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { modelFor } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { CityModel } from '../model/link-table.js';
import type { UnitHistory } from '../ports.js';
import { type DepartmentalId, type IdResolution, resolveIds } from '../resolve/resolve-ids.js';
import { IdResolutionType } from './id-resolution.type.js';
import { ResolveIdsArgs } from './resolve-ids.args.js';

const mostIds = 1000;

/** Answers one office's ids in the others'. */
@Resolver()
export class ResolveIdsResolver {
  readonly #models: ModelSource<CityModel>;
  readonly #history: UnitHistory;

  constructor(models: ModelSource<CityModel>, history: UnitHistory) {
    this.#models = models;
    this.#history = history;
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
    return this.#withRetired(resolveIds(model, ids, asked), ids, model.knownAt);
  }

  /** An id that this date's model does not know may have been valid at another. */
  async #withRetired(
    answers: readonly IdResolution[],
    ids: readonly DepartmentalId[],
    knownAt: Date | null,
  ): Promise<readonly IdResolution[]> {
    const unknown = answers.flatMap((answer, index) => (answer.status === 'UNKNOWN' ? [index] : []));
    if (unknown.length === 0) return answers;
    const ever = await this.#history.everKnown(
      unknown.map((index) => ids[index]!),
      knownAt,
    );
    const retired = new Set(unknown.filter((_, position) => ever[position]));
    return answers.map((answer, index) => (retired.has(index) ? { ...answer, status: 'RETIRED' } : answer));
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
