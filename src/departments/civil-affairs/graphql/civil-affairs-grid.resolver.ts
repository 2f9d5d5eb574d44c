import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { CivilCommunityOwn } from '../own-fields.js';
import { CivilAffairsGridType } from './civil-affairs-grid.type.js';

/** Answers what only this office says of a unit, one statement for all that a request asks about. */
@Resolver(() => CivilAffairsGridType)
export class CivilAffairsGridResolver {
  readonly #own: ReadOwnField<GridUnit, CivilCommunityOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('CivilAffairs', reader);
  }

  @FieldResolver()
  communityCode(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['communityCode']> {
    return this.#own(unit, 'communityCode', context);
  }

  @FieldResolver()
  communityType(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['communityType']> {
    return this.#own(unit, 'communityType', context);
  }

  @FieldResolver()
  termEndsOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['termEndsOn']> {
    return this.#own(unit, 'termEndsOn', context);
  }

  @FieldResolver()
  serviceStation(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['serviceStation']> {
    return this.#own(unit, 'serviceStation', context);
  }

  @FieldResolver()
  committeeSeats(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['committeeSeats']> {
    return this.#own(unit, 'committeeSeats', context);
  }
}
