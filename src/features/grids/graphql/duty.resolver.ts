import { Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';

import { InstantArgs } from '../../../graphql/args/instant.args.js';
import { perRequest } from '../../../graphql/per-request-loader.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar, DivisionCodeScalar, GridCodeScalar } from '../../../graphql/scalars.js';
import { CategoryInput } from '../../categories/graphql/index.js';
import { OrganisationType } from '../../elements/graphql/index.js';
import type { Duty, DutyReadModel, Organisation, OrganisationReadModel } from '../../elements/index.js';
import { allElementsLayer } from '../all-elements-layer.js';
import type { GridModel } from '../grid-model.js';
import type { ModelSource } from '../ports.js';
import { modelFor } from './model-for.js';

/** Declares a duty in force. */
@ObjectType('Duty', {
  description: '职责：某类事项在某地由谁负责。A duty: who is responsible for a category of matters in a part of the city.',
})
export class DutyType implements Omit<Duty, 'organisationUuid' | 'kind'> {
  @Field(() => String, { description: '类别标准。The standard of the category.' })
  standard!: string;

  @Field(() => String, { description: '类别代码；* 为该标准的全部类别。The code of the category; * for all of the standard.' })
  categoryCode!: string;

  @Field(() => DivisionCodeScalar, { description: '职责所及的行政区划。The division that the duty covers.' })
  divisionCode!: string;

  @Field(() => DateScalar, { description: '自此日起（含）。From this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）。Until this day, exclusive.' })
  validTo!: string | null;

  @Field(() => String, { nullable: true, description: '依据文号。The document it rests on.' })
  document!: string | null;
}

/** Declares what a duty is asked by. */
@ArgsType()
export class ResponsibleForArgs extends InstantArgs {
  @Field(() => CategoryInput, { description: '类别。The category.' })
  category!: CategoryInput;

  @Field(() => GridCodeScalar, { description: '全要素网格编码。The code of the all-elements grid.' })
  grid!: string;
}

/** Answers who is responsible. */
@Resolver(() => DutyType)
export class DutyResolver {
  readonly #duties: DutyReadModel;
  readonly #models: ModelSource;
  readonly #organisation;

  constructor(duties: DutyReadModel, organisations: OrganisationReadModel, models: ModelSource) {
    this.#duties = duties;
    this.#models = models;
    this.#organisation = perRequest<string, Organisation | null>('organisationOfDutyByUuid', (uuids) => organisations.byUuid(uuids));
  }

  @Query(() => [DutyType], {
    description:
      '某类事项在某网格由谁负责：具体类别先于通用，低层级先于高层级。Who is responsible for a category in a grid: the named category before the general one, the lowest division first.',
  })
  async responsibleFor(
    @Args(() => ResponsibleForArgs) asked: ResponsibleForArgs,
    @Ctx() context: RequestContext<GridModel>,
  ): Promise<readonly Duty[]> {
    const { category, grid } = asked;
    const model = await modelFor(this.#models, context, asked);
    const divisionCode = model.unit(allElementsLayer, grid)?.divisionCode;
    if (divisionCode == null) return [];
    const divisionCodes = model.divisions.pathOf(divisionCode).map((division) => division.code);
    return this.#duties.responsibleFor({
      standard: category.standard,
      kind: category.kind,
      code: category.code,
      divisionCodes,
      at: model.at,
      knownAt: model.knownAt,
    });
  }

  @FieldResolver(() => OrganisationType, { description: '负责的组织。The organisation that is responsible.' })
  organisation(@Root() duty: Duty, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return this.#organisation(context).load(duty.organisationUuid);
  }
}
