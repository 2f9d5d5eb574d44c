import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { RequestContext } from '../../../../graphql/request-context.js';
import { DateScalar, DivisionCodeScalar, GridCodeScalar } from '../../../../graphql/scalars.js';
import { CityError } from '../../../../kernel/city-error.js';
import type { DivisionCode } from '../../../../kernel/ids.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import type { CategoryKey } from '../../../categories/index.js';
import { modelFor } from '../../../grids/graphql/index.js';
import { allElementsLayer, type GridModel, type ModelSource } from '../../../grids/index.js';
import type { Admission } from '../../admission.js';
import type { AnsweringOrganisation, DispatchProposal } from '../../dispatch-proposal.js';
import type { CatalogueReading } from '../../ports.js';
import { AdmissionType, DispatchProposalType } from './dispatch-proposal.type.js';

/** Declares what a proposal is asked by. */
@ArgsType()
export class DispatchProposalArgs {
  @Field(() => CategoryInput, { description: '类别。The category.' })
  category!: CategoryInput;

  @Field(() => GridCodeScalar, {
    nullable: true,
    description: '全要素网格编码；与 division 二者取一。The all-elements grid; this or division.',
  })
  grid?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: '行政区划；与 grid 二者取一。The division; this or grid.' })
  division?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '按哪一天；默认今天（城市时区）。As of which day; today in the city’s time zone when left out.',
  })
  at?: string | null;
}

/** Answers what lists and duties in force say of a category. */
@Resolver(() => DispatchProposalType)
export class ProposalsResolver {
  readonly #reading: CatalogueReading;
  readonly #models: ModelSource;

  constructor(reading: CatalogueReading, models: ModelSource) {
    this.#reading = reading;
    this.#models = models;
  }

  @Query(() => AdmissionType, {
    description: '某类事项可否交网格员办，据准入清单。Whether grid staff may be asked to deal with a category, by the admission list.',
  })
  admission(
    @Arg('category', () => CategoryInput, { description: '类别。The category.' }) category: CategoryInput,
    @Arg('at', () => DateScalar, { nullable: true, description: '按哪一天；默认今天。As of which day; today when left out.' })
    at: string | null,
    @Ctx() { model }: RequestContext<GridModel>,
  ): Promise<Admission> {
    return this.#reading.admission({ category: keyOf(category), at: at ?? model.at });
  }

  @Query(() => DispatchProposalType, {
    description:
      '某类事项在某网格或行政区划拟由谁办、吹哨时谁须应哨。Who is proposed to handle a category in a grid or division, and who must answer a whistle.',
  })
  async dispatchProposal(
    @Args(() => DispatchProposalArgs) { category, grid, division, at }: DispatchProposalArgs,
    @Ctx() context: RequestContext<GridModel>,
  ): Promise<DispatchProposal> {
    const model = await modelFor(this.#models, context, { at: at ?? null });
    const divisionCodes = upwardsFrom(placeOf(model, grid ?? null, division ?? null), model);
    return this.#reading.dispatchProposal({ category: keyOf(category), divisionCodes, at: model.at });
  }

  @FieldResolver()
  isWhistle(@Root() { whistle }: DispatchProposal): boolean {
    return whistle.isListed;
  }

  @FieldResolver()
  mustAnswer(@Root() { whistle }: DispatchProposal): readonly AnsweringOrganisation[] {
    return whistle.organisations;
  }

  @FieldResolver()
  whistleEdition(@Root() { editions }: DispatchProposal): number | null {
    return editions.whistle;
  }

  @FieldResolver()
  dutyEdition(@Root() { editions }: DispatchProposal): number | null {
    return editions.duty;
  }
}

const keyOf = ({ standard, kind, code }: CategoryInput): CategoryKey => ({ standard, kind, code });

/** The division asked for; throws `BAD_USER_INPUT` where not one of both is given, and `NOT_FOUND` for what is not there on the day. */
function placeOf(model: GridModel, grid: string | null, division: DivisionCode | null): DivisionCode {
  if ((grid === null) === (division === null)) throw notOne();
  const place = division ?? model.unit(allElementsLayer, grid!)?.divisionCode ?? null;
  if (place === null || model.divisions.pathOf(place).length === 0) throw nowhere(grid ?? division!, model.at);
  return place;
}

const upwardsFrom = (place: DivisionCode, model: GridModel): readonly DivisionCode[] =>
  model.divisions.pathOf(place).map(({ code }) => code);

function notOne(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: 'Expected either grid or division, not both and not neither.',
    messageZh: 'grid 与 division 须给且只给其一。',
  });
}

function nowhere(code: string, at: string): CityError {
  return new CityError({
    code: 'NOT_FOUND',
    message: `No grid or division ${code} stands on ${at}.`,
    messageZh: `${at} 没有网格或行政区划 ${code}。`,
    hint: 'The query city shows the divisions.',
  });
}
