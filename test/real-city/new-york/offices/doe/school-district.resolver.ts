import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';

import type { OwnFieldReader } from '../../../../../src/departments/contract.js';
import type { GridUnit } from '../../../../../src/features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../../../src/graphql/own-values.js';
import type { RequestContext } from '../../../../../src/graphql/request-context.js';
import type { DoeSchoolDistrictOwn } from './own-fields.js';
import { DoeSchoolDistrictType } from './school-district.type.js';

/** Answers the fields of a unit that only this office has. */
@Resolver(() => DoeSchoolDistrictType)
export class DoeSchoolDistrictResolver {
  readonly #own: ReadOwnField<GridUnit, DoeSchoolDistrictOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('DoeSchoolDistrict', reader);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: '图形面积，平方英尺。The area of its shape as the agency publishes it, square feet on the plane EPSG:2263.',
  })
  shapeArea(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<DoeSchoolDistrictOwn['shapeArea']> {
    return this.#own(unit, 'shapeArea', context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: '图形周长，英尺。The length of its outline as the agency publishes it, feet on the plane EPSG:2263.',
  })
  shapeLeng(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<DoeSchoolDistrictOwn['shapeLeng']> {
    return this.#own(unit, 'shapeLeng', context);
  }
}
