import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { OwnFieldReader } from '../../../../../src/departments/contract.js';
import type { Matter } from '../../../../../src/features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../../../src/graphql/own-values.js';
import type { RequestContext } from '../../../../../src/graphql/request-context.js';
import type { HotlineRequestOwn } from './own-fields.js';
import { HotlineRequestType } from './request.type.js';

/** Answers the fields of a request that only the hotline has. */
@Resolver(() => HotlineRequestType)
export class HotlineRequestResolver {
  readonly #own: ReadOwnField<Matter, HotlineRequestOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('HotlineRequest', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '地点类型。The kind of place, in the words of the hotline.' })
  locationType(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HotlineRequestOwn['locationType']> {
    return this.#own(matter, 'locationType', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '邮政编码。The postal code.' })
  zip(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HotlineRequestOwn['zip']> {
    return this.#own(matter, 'zip', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '坐席记下的社区委员会。The community board as the hotline wrote it down.' })
  communityBoard(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HotlineRequestOwn['communityBoard']> {
    return this.#own(matter, 'communityBoard', context);
  }
}
