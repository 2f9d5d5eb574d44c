import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { HousingEstateOwn } from '../own-fields.js';
import { EstateFormEnum } from './estate-form.enum.js';
import { HousingEstateType } from './housing-estate.type.js';
import { MaintenanceFundEnum } from './maintenance-fund.enum.js';
import { RenovationStageEnum } from './renovation-stage.enum.js';

/** Answers the fields of a unit that only this office has, with one statement for all that a request asks about. */
@Resolver(() => HousingEstateType)
export class HousingEstateResolver {
  readonly #own: ReadOwnField<GridUnit, HousingEstateOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('Housing', reader);
  }

  @FieldResolver(() => EstateFormEnum, { nullable: true, description: '小区形态。The form of the estate.' })
  form(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['form']> {
    return this.#own(unit, 'form', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否有业主委员会。Whether it has a committee of owners.' })
  ownersCommittee(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['ownersCommittee']> {
    return this.#own(unit, 'ownersCommittee', context);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: '是否有物业管理委员会。Whether it has a committee that manages it where owners have none.',
  })
  managementCommittee(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['managementCommittee']> {
    return this.#own(unit, 'managementCommittee', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '物业企业。The firm that manages the property.' })
  propertyFirm(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['propertyFirm']> {
    return this.#own(unit, 'propertyFirm', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '建成年份。The year in which it was built.' })
  builtYear(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['builtYear']> {
    return this.#own(unit, 'builtYear', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '住宅套数。The number of dwellings.' })
  dwellings(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['dwellings']> {
    return this.#own(unit, 'dwellings', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '物业企业的代码。The code of the firm that manages the property.' })
  propertyFirmCode(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['propertyFirmCode']> {
    return this.#own(unit, 'propertyFirmCode', context);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: '业主委员会届满日期。The day on which the term of the owners’ committee ends.',
  })
  committeeTermEndsOn(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['committeeTermEndsOn']> {
    return this.#own(unit, 'committeeTermEndsOn', context);
  }

  @FieldResolver(() => MaintenanceFundEnum, { nullable: true, description: '维修资金状态。The state of the maintenance fund.' })
  maintenanceFund(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['maintenanceFund']> {
    return this.#own(unit, 'maintenanceFund', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '楼栋数。The number of buildings.' })
  buildingCount(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['buildingCount']> {
    return this.#own(unit, 'buildingCount', context);
  }

  @FieldResolver(() => RenovationStageEnum, { nullable: true, description: '老旧小区改造阶段。How far its renovation is.' })
  renovationStage(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<HousingEstateOwn['renovationStage']> {
    return this.#own(unit, 'renovationStage', context);
  }
}
