import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import { DateScalar, SourceIdScalar } from '../../../graphql/scalars.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PartyMatterOwn } from '../own-fields.js';
import { PartyBuildingMatterType } from './party-building-matter.type.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PartyBuildingMatterType)
export class PartyBuildingMatterResolver {
  readonly #own: ReadOwnField<Matter, PartyMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('PartyBuilding', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '所属服务清单。The list of services it is taken from.' })
  serviceList(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PartyMatterOwn['serviceList']> {
    return this.#own(matter, 'serviceList', context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '报到单位，写单位不写人。The unit that reported for service, never a person.',
  })
  reportingUnit(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PartyMatterOwn['reportingUnit']> {
    return this.#own(matter, 'reportingUnit', context);
  }

  @FieldResolver(() => SourceIdScalar, { nullable: true, description: '报到单位的代码。The code of the unit that reported.' })
  reportingCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PartyMatterOwn['reportingCode']> {
    return this.#own(matter, 'reportingCode', context);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '认领日期。The day on which it was taken on.' })
  claimedOn(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PartyMatterOwn['claimedOn']> {
    return this.#own(matter, 'claimedOn', context);
  }
}
