import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PartyMatterOwn } from '../own-fields.js';
import { PartyBuildingMatterType } from './party-building-matter.type.js';

/** Answers what only this office says of a matter, one statement for all that a request asks about. */
@Resolver(() => PartyBuildingMatterType)
export class PartyBuildingMatterResolver {
  readonly #own: ReadOwnField<Matter, PartyMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('PartyBuilding', reader);
  }

  @FieldResolver()
  serviceList(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PartyMatterOwn['serviceList']> {
    return this.#own(matter, 'serviceList', context);
  }

  @FieldResolver()
  reportingUnit(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PartyMatterOwn['reportingUnit']> {
    return this.#own(matter, 'reportingUnit', context);
  }
}
