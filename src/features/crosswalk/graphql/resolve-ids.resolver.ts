import { Args, Ctx, Query, Resolver } from 'type-graphql';

import type { RequestContext } from '../../../graphql/request-context.js';
import { CityError } from '../../../kernel/city-error.js';
import { modelFor } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { Successions } from '../../lineage/index.js';
import type { CityModel } from '../model/link-table.js';
import { type DepartmentalId, type IdResolution, resolveIds } from '../resolve/resolve-ids.js';
import { resolveRetired } from '../resolve/resolve-retired.js';
import { IdResolutionType } from './id-resolution.type.js';
import { ResolveIdsArgs } from './resolve-ids.args.js';

const mostIds = 1000;

/** Answers one office's ids in the others'. */
@Resolver()
export class ResolveIdsResolver {
  readonly #models: ModelSource<CityModel>;
  readonly #successions: Successions;

  constructor(models: ModelSource<CityModel>, successions: Successions) {
    this.#models = models;
    this.#successions = successions;
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
    const answers = resolveIds(model, ids, asked);
    const unknown = answers.flatMap((answer, index) => (answer.status === 'UNKNOWN' ? [index] : []));
    return unknown.length === 0 ? answers : this.#withRetired(model, { answers, unknown, ids, question: asked });
  }

  /** An id that this date's model does not know may have been valid at another. */
  async #withRetired(model: CityModel, { answers, unknown, ids, question }: Unanswered): Promise<readonly IdResolution[]> {
    const found = await this.#successions.ofNames(
      model,
      unknown.map((index) => ids[index]!),
    );
    const answered = [...answers];
    for (const [place, succession] of found.entries()) {
      const index = unknown[place]!;
      if (succession === 'AMBIGUOUS') answered[index] = { ...answers[index]!, status: 'AMBIGUOUS' };
      else if (succession !== null) answered[index] = resolveRetired(model, ids[index]!, { succession, question });
    }
    return answered;
  }
}

/** Answers with the positions of the ids that the model did not know. */
interface Unanswered {
  readonly answers: readonly IdResolution[];
  readonly unknown: readonly number[];
  readonly ids: readonly DepartmentalId[];
  readonly question: ResolveIdsArgs;
}

function tooMany(received: number): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: `ids: expected at most ${mostIds}, got ${received}.`,
    messageZh: `ids：至多 ${mostIds} 个，收到 ${received} 个。`,
    hint: 'Ask in several requests.',
  });
}
