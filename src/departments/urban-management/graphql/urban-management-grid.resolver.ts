import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { UrbanGridOwn } from '../own-fields.js';
import { UrbanManagementGridType } from './urban-management-grid.type.js';

/** Answers what only this office says of a unit, one statement for all that a request asks about. */
@Resolver(() => UrbanManagementGridType)
export class UrbanManagementGridResolver {
  readonly #own: ReadOwnField<GridUnit, UrbanGridOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('UrbanManagement', reader);
  }

  @FieldResolver()
  landUse(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['landUse']> {
    return this.#own(unit, 'landUse', context);
  }

  @FieldResolver()
  managementGrade(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['managementGrade']> {
    return this.#own(unit, 'managementGrade', context);
  }

  @FieldResolver()
  surveyedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['surveyedOn']> {
    return this.#own(unit, 'surveyedOn', context);
  }

  @FieldResolver()
  collectorShift(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['collectorShift']> {
    return this.#own(unit, 'collectorShift', context);
  }

  @FieldResolver()
  codeGeneration(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['codeGeneration']> {
    return this.#own(unit, 'codeGeneration', context);
  }
}
