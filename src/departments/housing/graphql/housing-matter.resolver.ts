import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { HousingMatterOwn } from '../own-fields.js';
import { HousingMatterType } from './housing-matter.type.js';

/** Answers what only this office says of a matter, one statement for all that a request asks about. */
@Resolver(() => HousingMatterType)
export class HousingMatterResolver {
  readonly #own: ReadOwnField<Matter, HousingMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('Housing', reader);
  }

  @FieldResolver()
  estateLocalId(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HousingMatterOwn['estateLocalId']> {
    return this.#own(matter, 'estateLocalId', context);
  }

  @FieldResolver()
  repairFund(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<HousingMatterOwn['repairFund']> {
    return this.#own(matter, 'repairFund', context);
  }
}
