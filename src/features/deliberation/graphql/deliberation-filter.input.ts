import { ArgsType, Field, InputType } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { DivisionFilter } from '../../../graphql/inputs/division-filter.js';
import { GridCodeScalar } from '../../../graphql/scalars.js';
import { CategoryInput } from '../../categories/graphql/index.js';
import { allElementsLayer, type GridModel } from '../../grids/index.js';
import { InstantFilter } from '../../matters/graphql/index.js';
import type { DeliberationState } from '../deliberation.js';
import type { DeliberationQuery } from '../ports.js';
import { DeliberationStateEnum } from './deliberation.enums.js';

/** Declares the conditions on deliberations. */
@InputType('DeliberationFilter', {
  description: '对议事的条件，各项须同时满足。Conditions on deliberations, all of which must hold.',
})
export class DeliberationFilter {
  @Field(() => [DeliberationStateEnum], { nullable: true, description: '状态是其中之一。Stands in one of these states.' })
  state?: readonly DeliberationState[] | null;

  @Field(() => DivisionFilter, { nullable: true, description: '所在行政区划。The division it lies in.' })
  division?: DivisionFilter | null;

  @Field(() => GridCodeScalar, { nullable: true, description: '所涉全要素网格。The all-elements grid it is about.' })
  grid?: string | null;

  @Field(() => CategoryInput, { nullable: true, description: '类别。The category.' })
  category?: CategoryInput | null;

  @Field(() => InstantFilter, { nullable: true, description: '提事时刻。When it was proposed.' })
  proposedAt?: InstantFilter | null;
}

/** Declares what a list of deliberations is asked by. */
@ArgsType()
export class DeliberationsArgs extends PageArgs {
  @Field(() => DeliberationFilter, { nullable: true, description: '条件。Conditions.' })
  where?: DeliberationFilter | null;
}

/** Turns the schema's filter into the read model's query: the grid and the divisions by the model of the request. */
export function deliberationQueryOf(filter: DeliberationFilter | null | undefined, model: GridModel): DeliberationQuery {
  const { state, division, grid, category, proposedAt } = filter ?? {};
  return {
    states: state ?? null,
    divisionCodes: codesOf(division, model),
    gridUuids: grid == null ? null : [model.unit(allElementsLayer, grid)].flatMap((unit) => unit?.uuid ?? []),
    category: category ? { standard: category.standard, kind: category.kind, code: category.code } : null,
    proposedFrom: proposedAt?.gte ?? null,
    proposedBefore: proposedAt?.lt ?? null,
  };
}

function codesOf(division: DivisionFilter | null | undefined, model: GridModel): readonly string[] | null {
  if (division?.eq != null) return [division.eq];
  return division?.within == null ? null : model.divisions.codesWithin(division.within);
}
