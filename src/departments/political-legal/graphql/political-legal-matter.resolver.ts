import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Matter } from '../../../features/matters/index.js';
import { ownMatterValues, type ReadOwnField } from '../../../graphql/own-values.js';
import type { RequestContext } from '../../../graphql/request-context.js';
import type { OwnFieldReader } from '../../contract.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';
import { AffairClassEnum } from './affair-class.enum.js';
import { DisputeUrgencyEnum } from './dispute-urgency.enum.js';
import { MediationOutcomeEnum } from './mediation-outcome.enum.js';
import { MediationStageEnum } from './mediation-stage.enum.js';
import { PoliticalLegalMatterType } from './political-legal-matter.type.js';

/** Answers the fields of a matter that only this office has, with one statement for all that a request asks about. */
@Resolver(() => PoliticalLegalMatterType)
export class PoliticalLegalMatterResolver {
  readonly #own: ReadOwnField<Matter, PoliticalLegalMatterOwn>;

  constructor(reader: OwnFieldReader) {
    this.#own = ownMatterValues('PoliticalLegal', reader);
  }

  @FieldResolver(() => String, { nullable: true, description: '纠纷类型。The kind of the dispute.' })
  disputeKind(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['disputeKind']> {
    return this.#own(matter, 'disputeKind', context);
  }

  @FieldResolver(() => MediationStageEnum, { nullable: true, description: '调解阶段。The stage that mediation has reached.' })
  mediationStage(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['mediationStage']> {
    return this.#own(matter, 'mediationStage', context);
  }

  @FieldResolver(() => DisputeUrgencyEnum, { nullable: true, description: '缓急程度。How urgent it is.' })
  urgency(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['urgency']> {
    return this.#own(matter, 'urgency', context);
  }

  @FieldResolver(() => AffairClassEnum, { nullable: true, description: '综治业务类别（9+X）。Its class by GB/T 31000-2015 (9+X).' })
  affairClass(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['affairClass']> {
    return this.#own(matter, 'affairClass', context);
  }

  @FieldResolver(() => MediationOutcomeEnum, { nullable: true, description: '调解结果。How mediation ended.' })
  outcome(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['outcome']> {
    return this.#own(matter, 'outcome', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否签订调解协议。Whether an agreement was signed.' })
  agreementSigned(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['agreementSigned']> {
    return this.#own(matter, 'agreementSigned', context);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '是否申请司法确认。Whether the court was asked to confirm the agreement.' })
  judicialConfirmation(@Root() matter: Matter, @Ctx() context: RequestContext): Promise<PoliticalLegalMatterOwn['judicialConfirmation']> {
    return this.#own(matter, 'judicialConfirmation', context);
  }
}
