import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar, DivisionCodeScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { CivilCommunityOwn } from '../own-fields.js';
import { CivilAffairsGridType } from './civil-affairs-grid.type.js';
import { CommitteeKindEnum } from './committee-kind.enum.js';
import { CommunityTypeEnum } from './community-type.enum.js';

/** Answers the fields of a unit that only this office has, with one statement for all that a request asks about. */
@Resolver(() => CivilAffairsGridType)
export class CivilAffairsGridResolver {
  readonly #own: ReadOwnField<GridUnit, CivilCommunityOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('CivilAffairs', reader);
  }

  @FieldResolver(() => DivisionCodeScalar, {
    nullable: true,
    description: '社区的 12 位区划代码。The division code of the community, 12 digits.',
  })
  communityCode(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['communityCode']> {
    return this.#own(unit, 'communityCode', context);
  }

  @FieldResolver(() => CommunityTypeEnum, { nullable: true, description: '社区类型。The type of the community.' })
  communityType(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['communityType']> {
    return this.#own(unit, 'communityType', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '本届委员会届满日期。The day on which the term of the committee ends.' })
  termEndsOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['termEndsOn']> {
    return this.#own(unit, 'termEndsOn', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '社区服务站。The service station of the community.' })
  serviceStation(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['serviceStation']> {
    return this.#own(unit, 'serviceStation', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '委员会职数，不含姓名。The number of seats of the committee, without names.' })
  committeeSeats(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['committeeSeats']> {
    return this.#own(unit, 'committeeSeats', context);
  }

  @FieldResolver(() => CommitteeKindEnum, {
    nullable: true,
    description: '居委会或村委会。Whether a residents’ or a villagers’ committee.',
  })
  committeeKind(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['committeeKind']> {
    return this.#own(unit, 'committeeKind', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '本届为第几届。Which term it is, counted from the first.' })
  termNumber(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['termNumber']> {
    return this.#own(unit, 'termNumber', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '本届委员会起始日期。The day on which the term began.' })
  termStartedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['termStartedOn']> {
    return this.#own(unit, 'termStartedOn', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '服务事项清单，以分号分隔。The services that it offers, separated by semicolons.',
  })
  serviceItems(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CivilCommunityOwn['serviceItems']> {
    return this.#own(unit, 'serviceItems', context);
  }
}
