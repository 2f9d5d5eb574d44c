import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PetitionMatterOwn } from '../own-fields.js';
import { PetitionFormEnum } from './petition-form.enum.js';
import { PetitionMatterType } from './petition-matter.type.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PetitionMatterType)
export class PetitionMatterResolver {
  readonly #own: ReadOwnField<Matter, PetitionMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('Petition', reader);
  }

  @FieldResolver(() => PetitionFormEnum, { nullable: true, description: '信访形式。The way in which it came.' })
  petitionForm(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['petitionForm']> {
    return this.#own(matter, 'petitionForm', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '信访目的代码，两位。The code of its purpose, two digits.' })
  purposeCode(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['purposeCode']> {
    return this.#own(matter, 'purposeCode', context);
  }

  @FieldResolver(() => String, { nullable: true, description: '办理途径。The procedure by which it is handled.' })
  route(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PetitionMatterOwn['route']> {
    return this.#own(matter, 'route', context);
  }
}
