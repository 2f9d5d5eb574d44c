import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';

import type { OwnFieldReader } from '../../../../../src/departments/contract.js';
import type { GridUnit } from '../../../../../src/features/grids/index.js';
import { ownUnitValues, type ReadOwnField } from '../../../../../src/graphql/own-values.js';
import type { RequestContext } from '../../../../../src/graphql/request-context.js';
import { CommunityDistrictType } from './community-district.type.js';
import type { CommunityDistrictOwn } from './own-fields.js';

/** Answers the fields of a unit that only this office has. */
@Resolver(() => CommunityDistrictType)
export class CommunityDistrictResolver {
  readonly #own: ReadOwnField<GridUnit, CommunityDistrictOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownUnitValues('CommunityDistrict', reader);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: '图形面积，平方英尺。The area of its shape as the agency publishes it, square feet on the plane EPSG:2263.',
  })
  shapeArea(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CommunityDistrictOwn['shapeArea']> {
    return this.#own(unit, 'shapeArea', context);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: '图形周长，英尺。The length of its outline as the agency publishes it, feet on the plane EPSG:2263.',
  })
  shapeLeng(@Root() unit: GridUnit, @Ctx() context: RequestContext): Promise<CommunityDistrictOwn['shapeLeng']> {
    return this.#own(unit, 'shapeLeng', context);
  }
}
