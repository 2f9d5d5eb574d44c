import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { modelFor, UnitRefInput, unitRefOf } from '../../grids/graphql/index.js';
import type { ModelSource } from '../../grids/index.js';
import type { LinkEvidence, LinkExplanation } from '../explain/evidence.js';
import type { LinkExplainer } from '../explain/explain-link.js';
import type { CityModel } from '../model/link-table.js';
import { publicDecisionId } from './decision-value.js';
import { LinkExplanationType } from './link-explanation.type.js';

/** Declares which pair is to be explained. */
@ArgsType()
export class ExplainLinkArgs extends InstantArgs {
  @Field(() => UnitRefInput, { description: '从哪个网格看。The unit that is asked.' })
  a!: UnitRefInput;

  @Field(() => UnitRefInput, { description: '另一个网格。The other unit.' })
  b!: UnitRefInput;
}

/** Explains the link of two units. */
@Resolver()
export class ExplainLinkResolver {
  readonly #models: ModelSource<CityModel>;
  readonly #explainer: LinkExplainer;

  constructor(models: ModelSource<CityModel>, explainer: LinkExplainer) {
    this.#models = models;
    this.#explainer = explainer;
  }

  @Query(() => LinkExplanationType, {
    nullable: true,
    description:
      '两个网格何以关联、权重从何而来；从未有过的编号答 null。Why two units are linked and where the weight comes from; null for an id that was never used.',
  })
  async explainLink(
    @Args(() => ExplainLinkArgs) asked: ExplainLinkArgs,
    @Ctx() context: RequestContext<CityModel>,
  ): Promise<LinkExplanation | null> {
    const model = await modelFor(this.#models, context, asked);
    const told = await this.#explainer.explain(model, unitRefOf(asked.a), unitRefOf(asked.b));
    return told && { ...told, steps: told.steps.map(withPublicIds) };
  }
}

/** Decisions are named as linkDecisions names them. */
function withPublicIds(step: LinkEvidence): LinkEvidence {
  const { rejection, declaration } = step;
  return {
    ...step,
    rejection: rejection && { ...rejection, id: publicDecisionId(rejection.id) },
    declaration: declaration && { ...declaration, id: publicDecisionId(declaration.id) },
  };
}
