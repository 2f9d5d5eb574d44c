import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import type { GridUnit } from '../../../features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PoliticalLegalGridOwn } from '../own-fields.js';
import { CentreLevelEnum } from './centre-level.enum.js';
import { PoliticalLegalGridType } from './political-legal-grid.type.js';
import { PoliticalLegalGridKindEnum } from './political-legal-grid-kind.enum.js';
import { SpecialGridKindEnum } from './special-grid-kind.enum.js';

/** Answers the fields of a unit that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PoliticalLegalGridType)
export class PoliticalLegalGridResolver {
  readonly #own: ReadOwnField<GridUnit, PoliticalLegalGridOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('PoliticalLegal', reader);
  }

  @FieldResolver(() => PoliticalLegalGridKindEnum, {
    nullable: true,
    description: '基础网格还是专属网格。Whether it is a basic or a special grid.',
  })
  gridKind(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['gridKind']> {
    return this.#own(unit, 'gridKind', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '所属综治中心。The centre of public security and order that it reports to.' })
  centre(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['centre']> {
    return this.#own(unit, 'centre', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '对应的调解室。The mediation room that serves it.' })
  mediationRoom(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['mediationRoom']> {
    return this.#own(unit, 'mediationRoom', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '巡查间隔，天。The interval between two patrols, in days.' })
  patrolIntervalDays(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['patrolIntervalDays']> {
    return this.#own(unit, 'patrolIntervalDays', context);
  }

  @FieldResolver(() => Int, { nullable: true, description: '登记的楼栋数。The number of buildings on its register.' })
  buildingCount(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['buildingCount']> {
    return this.#own(unit, 'buildingCount', context);
  }

  @FieldResolver(() => SpecialGridKindEnum, {
    nullable: true,
    description: '专属网格的类别；基础网格为空。What kind of institution a special grid is; null of a basic one.',
  })
  specialKind(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['specialKind']> {
    return this.#own(unit, 'specialKind', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '综治中心的组织代码。The code of the centre that it reports to.' })
  centreCode(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['centreCode']> {
    return this.#own(unit, 'centreCode', context);
  }

  @FieldResolver(() => CentreLevelEnum, { nullable: true, description: '综治中心的层级。The level of that centre.' })
  centreLevel(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<PoliticalLegalGridOwn['centreLevel']> {
    return this.#own(unit, 'centreLevel', context);
  }
}
