import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { UrbanMatterOwn } from '../own-fields.js';
import { UrbanManagementMatterType } from './urban-management-matter.type.js';

/** Answers what only this office says of a matter, one statement for all that a request asks about. */
@Resolver(() => UrbanManagementMatterType)
export class UrbanManagementMatterResolver {
  readonly #own: ReadOwnField<Matter, UrbanMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('UrbanManagement', reader);
  }

  @FieldResolver()
  filingCondition(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['filingCondition']> {
    return this.#own(matter, 'filingCondition', context);
  }

  @FieldResolver()
  timeLimit(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['timeLimit']> {
    return this.#own(matter, 'timeLimit', context);
  }

  @FieldResolver()
  formerCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<UrbanMatterOwn['formerCode']> {
    return this.#own(matter, 'formerCode', context);
  }
}
