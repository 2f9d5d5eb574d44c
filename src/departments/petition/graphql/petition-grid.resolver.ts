import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PetitionUnitOwn } from '../own-fields.js';
import { PetitionGridType } from './petition-grid.type.js';

/** Answers what only this office says of a unit, one statement for all that a request asks about. */
@Resolver(() => PetitionGridType)
export class PetitionGridResolver {
  readonly #own: ReadOwnField<GridUnit, PetitionUnitOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('Petition', reader);
  }

  @FieldResolver()
  responsibleUnit(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['responsibleUnit']> {
    return this.#own(unit, 'responsibleUnit', context);
  }

  @FieldResolver()
  receptionSite(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['receptionSite']> {
    return this.#own(unit, 'receptionSite', context);
  }

  @FieldResolver()
  receptionDay(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['receptionDay']> {
    return this.#own(unit, 'receptionDay', context);
  }

  @FieldResolver()
  jointMeeting(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['jointMeeting']> {
    return this.#own(unit, 'jointMeeting', context);
  }

  @FieldResolver()
  dutyPhonePosted(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PetitionUnitOwn['dutyPhonePosted']> {
    return this.#own(unit, 'dutyPhonePosted', context);
  }
}
