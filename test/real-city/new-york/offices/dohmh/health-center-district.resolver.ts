import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';

import type { OwnFieldReader } from '../../../../../src/departments/contract.js';
import type { GridUnit } from '../../../../../src/features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../../../src/graphql/own-values.js';
import type { RequestContext } from '../../../../../src/graphql/request-context.js';
import { DohmhHealthCenterDistrictType } from './health-center-district.type.js';
import type { DohmhHealthCenterDistrictOwn } from './own-fields.js';

/** Answers the fields of a unit that only this office has. */
@Resolver(() => DohmhHealthCenterDistrictType)
export class DohmhHealthCenterDistrictResolver {
  readonly #own: ReadOwnField<GridUnit, DohmhHealthCenterDistrictOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('DohmhHealthCenterDistrict', reader);
  }

  @FieldResolver(() => Int, { nullable: true, description: '所在行政区编号。The number of its borough.' })
  boroCode(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<DohmhHealthCenterDistrictOwn['boroCode']> {
    return this.#own(unit, 'boroCode', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '所在行政区名称。The name of its borough.' })
  boroName(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<DohmhHealthCenterDistrictOwn['boroName']> {
    return this.#own(unit, 'boroName', context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: '图形面积，平方英尺。The area of its shape as the agency publishes it, square feet on the plane EPSG:2263.',
  })
  shapeArea(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<DohmhHealthCenterDistrictOwn['shapeArea']> {
    return this.#own(unit, 'shapeArea', context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: '图形周长，英尺。The length of its outline as the agency publishes it, feet on the plane EPSG:2263.',
  })
  shapeLeng(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<DohmhHealthCenterDistrictOwn['shapeLeng']> {
    return this.#own(unit, 'shapeLeng', context);
  }
}
