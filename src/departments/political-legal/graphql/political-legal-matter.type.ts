import { Field, ObjectType } from 'type-graphql';

import { MatterType } from '../../../features/matters/graphql/index.js';
import { NodeType } from '../../../graphql/node.type.js';
import type { PoliticalLegalMatterOwn } from '../own-fields.js';
import { DisputeUrgencyEnum } from './dispute-urgency.enum.js';

/** Declares the type `PoliticalLegalMatter`; its value is a `Matter`, its own fields come from the office. */
@ObjectType('PoliticalLegalMatter', {
  implements: [MatterType, NodeType],
  description: '综治事项，多为矛盾纠纷。A matter of the political-legal office, most often a dispute.',
})
export class PoliticalLegalMatterType extends MatterType implements PoliticalLegalMatterOwn {
  @Field(() => String, { nullable: true, description: '纠纷类型。The kind of the dispute.' })
  readonly disputeKind!: PoliticalLegalMatterOwn['disputeKind'];

  @Field(() => String, { nullable: true, description: '调解阶段。The stage that mediation has reached.' })
  readonly mediationStage!: PoliticalLegalMatterOwn['mediationStage'];

  @Field(() => DisputeUrgencyEnum, { nullable: true, description: '缓急程度。How urgent it is.' })
  readonly urgency!: PoliticalLegalMatterOwn['urgency'];
}
