import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PetitionMatterOwn } from '../own-fields.js';
import { PetitionMatterType } from './petition-matter.type.js';

/** Answers what only this office says of a matter, one statement for all that a request asks about. */
@Resolver(() => PetitionMatterType)
export class PetitionMatterResolver {
  readonly #own: ReadOwnField<Matter, PetitionMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('Petition', reader);
  }

  @FieldResolver()
  petitionForm(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['petitionForm']> {
    return this.#own(matter, 'petitionForm', context);
  }

  @FieldResolver()
  purposeCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['purposeCode']> {
    return this.#own(matter, 'purposeCode', context);
  }

  @FieldResolver()
  route(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['route']> {
    return this.#own(matter, 'route', context);
  }
}
