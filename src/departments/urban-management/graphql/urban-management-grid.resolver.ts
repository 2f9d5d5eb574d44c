import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { UrbanGridOwn } from '../own-fields.js';
import { UrbanManagementGridType } from './urban-management-grid.type.js';

/** Answers the fields of a unit that only this office has, with one statement for all that a request asks about. */
@Resolver(() => UrbanManagementGridType)
export class UrbanManagementGridResolver {
  readonly #own: ReadOwnField<GridUnit, UrbanGridOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('UrbanManagement', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '用地性质。What the ground is used for.' })
  landUse(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['landUse']> {
    return this.#own(unit, 'landUse', context);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: '管理等级，1 至 4，1 级最严。The grade of management from 1 to 4, of which 1 is the strictest.',
  })
  managementGrade(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['managementGrade']> {
    return this.#own(unit, 'managementGrade', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '测绘日期。The day on which it was surveyed.' })
  surveyedOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['surveyedOn']> {
    return this.#own(unit, 'surveyedOn', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '信息采集班次，不含姓名。The shift of collectors that walks it, without names.',
  })
  collectorShift(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['collectorShift']> {
    return this.#own(unit, 'collectorShift', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '编码所依标准的版本。The standard that its code was given under, such as GB/T 47678.3.',
  })
  codeGeneration(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['codeGeneration']> {
    return this.#own(unit, 'codeGeneration', context);
  }

  @FieldResolver(() => Float, { nullable: true, description: '登记面积，平方米。The area on its register, in square metres.' })
  statedAreaM2(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<UrbanGridOwn['statedAreaM2']> {
    return this.#own(unit, 'statedAreaM2', context);
  }
}
