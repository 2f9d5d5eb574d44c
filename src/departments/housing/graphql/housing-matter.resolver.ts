import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { HousingMatterOwn } from '../own-fields.js';
import { HousingMatterType } from './housing-matter.type.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => HousingMatterType)
export class HousingMatterResolver {
  readonly #own: ReadOwnField<Matter, HousingMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('Housing', reader);
  }

  @FieldResolver(() => SourceIdScalar, {
    nullable: true,
    description: '所在小区的编号。The id of the estate it is about, exactly as the office writes it.',
  })
  estateLocalId(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HousingMatterOwn['estateLocalId']> {
    return this.#own(matter, 'estateLocalId', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否动用维修资金。Whether the repair fund is drawn upon.' })
  repairFund(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HousingMatterOwn['repairFund']> {
    return this.#own(matter, 'repairFund', context);
  }

  @FieldResolver(() => SourceIdScalar, {
    nullable: true,
    description: '所涉楼栋的地址编码。The address code of the building that it is about.',
  })
  buildingCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HousingMatterOwn['buildingCode']> {
    return this.#own(matter, 'buildingCode', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '物业企业的代码。The code of the property firm.' })
  firmCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HousingMatterOwn['firmCode']> {
    return this.#own(matter, 'firmCode', context);
  }
}
