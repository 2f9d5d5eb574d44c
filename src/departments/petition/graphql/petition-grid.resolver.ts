import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PetitionUnitOwn } from '../own-fields.js';
import { PetitionGridType } from './petition-grid.type.js';

/** Answers the fields of a unit that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PetitionGridType)
export class PetitionGridResolver {
  readonly #own: ReadOwnField<GridUnit, PetitionUnitOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('Petition', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '责任单位。The organisation that answers for petitions of the unit.' })
  responsibleUnit(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['responsibleUnit']> {
    return this.#own(unit, 'responsibleUnit', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '接访场所。The place where petitioners are received.' })
  receptionSite(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['receptionSite']> {
    return this.#own(unit, 'receptionSite', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '接访日。The day on which petitioners are received.' })
  receptionDay(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['receptionDay']> {
    return this.#own(unit, 'receptionDay', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否设信访工作联席会议。Whether it has a joint meeting on petition work.' })
  jointMeeting(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['jointMeeting']> {
    return this.#own(unit, 'jointMeeting', context);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '值班电话是否公示，不含号码。Whether the duty telephone is posted in public, without the number.',
  })
  dutyPhonePosted(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['dutyPhonePosted']> {
    return this.#own(unit, 'dutyPhonePosted', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '责任单位的代码。The code of the responsible organisation.' })
  responsibleCode(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['responsibleCode']> {
    return this.#own(unit, 'responsibleCode', context);
  }
}
