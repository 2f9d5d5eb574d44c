import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';
import { PoliticalLegalMatterType } from './political-legal-matter.type.js';

/** Answers what only this office says of a matter, one statement for all that a request asks about. */
@Resolver(() => PoliticalLegalMatterType)
export class PoliticalLegalMatterResolver {
  readonly #own: ReadOwnField<Matter, PoliticalLegalMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('PoliticalLegal', reader);
  }

  @FieldResolver()
  disputeKind(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['disputeKind']> {
    return this.#own(matter, 'disputeKind', context);
  }

  @FieldResolver()
  mediationStage(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['mediationStage']> {
    return this.#own(matter, 'mediationStage', context);
  }

  @FieldResolver()
  urgency(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['urgency']> {
    return this.#own(matter, 'urgency', context);
  }
}
