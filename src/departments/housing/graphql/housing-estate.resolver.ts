import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { HousingEstateOwn } from '../own-fields.js';
import { HousingEstateType } from './housing-estate.type.js';

/** Answers what only this office says of a unit, one statement for all that a request asks about. */
@Resolver(() => HousingEstateType)
export class HousingEstateResolver {
  readonly #own: ReadOwnField<GridUnit, HousingEstateOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('Housing', reader);
  }

  @FieldResolver()
  form(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['form']> {
    return this.#own(unit, 'form', context);
  }

  @FieldResolver()
  ownersCommittee(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['ownersCommittee']> {
    return this.#own(unit, 'ownersCommittee', context);
  }

  @FieldResolver()
  managementCommittee(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['managementCommittee']> {
    return this.#own(unit, 'managementCommittee', context);
  }

  @FieldResolver()
  propertyFirm(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['propertyFirm']> {
    return this.#own(unit, 'propertyFirm', context);
  }

  @FieldResolver()
  builtYear(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['builtYear']> {
    return this.#own(unit, 'builtYear', context);
  }

  @FieldResolver()
  dwellings(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['dwellings']> {
    return this.#own(unit, 'dwellings', context);
  }
}
