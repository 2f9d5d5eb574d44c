import { Field, Int, ObjectType } from 'type-graphql';

import { connectionType } from '../../../graphql/connection.js';
import { NodeType } from '../../../graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import type { Deliberation, DeliberationPlatform, DeliberationState, SessionHeld, StepTaken } from '../deliberation.js';
import { type DecisionOutcome, DecisionOutcomeEnum, DeliberationPlatformEnum, DeliberationStateEnum } from './deliberation.enums.js';

/** Declares a session of residents. */
@ObjectType('DeliberationSession', {
  description: '一次居民议事，只记人数。A session of residents, as counts; never who took part.',
})
export class DeliberationSessionType implements SessionHeld {
  @Field(() => Int, { description: '此次到达的版本。The version that it led to.' })
  version!: number;

  @Field(() => DeliberationPlatformEnum, { description: '议事平台。The platform.' })
  platform!: DeliberationPlatform;

  @Field(() => DateScalar, { description: '议事之日。The day on which it was held.' })
  heldOn!: string;

  @Field(() => Int, { description: '参加人数。How many took part.' })
  participants!: number;

  @Field(() => Int, { description: '赞成人数。How many were for it.' })
  inFavour!: number;

  @Field(() => Int, { description: '反对人数。How many were against it.' })
  against!: number;

  @Field(() => Int, { description: '弃权人数。How many abstained.' })
  abstained!: number;
}

/** Declares one step that a deliberation has taken; the resolver adds its organisation. */
@ObjectType('DeliberationStep', { description: '议事历程中的一步。One step of a deliberation.' })
export class DeliberationStepType implements Omit<StepTaken, 'organisationUuid'> {
  readonly organisationUuid!: string | null;

  @Field(() => Int, { description: '此步到达的版本。The version that it led to.' })
  version!: number;

  @Field(() => String, { description: '步骤名，如 holdDeliberation。The name of the step, e.g. holdDeliberation.' })
  step!: string;

  @Field(() => DeliberationStateEnum, { nullable: true, description: '此前状态；提事时为 null。The state before; null for the proposal.' })
  fromState!: DeliberationState | null;

  @Field(() => DeliberationStateEnum, { description: '此后状态。The state after.' })
  toState!: DeliberationState;

  @Field(() => String, { nullable: true, description: '决定者的职务；不含姓名。The office of whoever decided; never a name.' })
  role!: string | null;

  @Field(() => String, { nullable: true, description: '决定的文号。The number of the document of a decision.' })
  document!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '决定、结果或理由。The text of a decision, the result of carrying it out, or the reason.',
  })
  words!: string | null;

  @Field(() => DateTimeScalar, { description: '时刻。When.' })
  at!: Date;
}

/** Declares the decision that stands. */
@ObjectType('DeliberationDecision', { description: '现行的社区决定。The decision of the community that stands.' })
export class DeliberationDecisionType {
  readonly organisationUuid!: string;
  readonly matterUuids!: readonly string[];

  @Field(() => DecisionOutcomeEnum, { description: '结论。The outcome.' })
  outcome!: DecisionOutcome;

  @Field(() => String, { description: '决定内容。The text.' })
  text!: string;

  @Field(() => String, { description: '文号。The number of the document.' })
  document!: string;

  @Field(() => String, { description: '决定者的职务；不含姓名。The office of whoever entered it; never a name.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: '时刻。When.' })
  at!: Date;
}

/** Declares a deliberation; `DeliberationFieldsResolver` adds what is not in its record as it stands. */
@ObjectType('Deliberation', {
  implements: NodeType,
  description: '网格提事、居民议事、社区决事的一项。What a grid proposes, residents deliberate and the community decides.',
})
export class DeliberationType
  extends NodeType
  implements Pick<Deliberation, 'id' | 'title' | 'text' | 'state' | 'version' | 'proposedAt' | 'sessions'>
{
  @Field(() => String, { description: '标题。The title.' })
  title!: string;

  @Field(() => String, { description: '提事内容。What is proposed.' })
  text!: string;

  @Field(() => DeliberationStateEnum, { description: '状态。Where it stands.' })
  state!: DeliberationState;

  @Field(() => Int, { description: '版本，每步加一。The version, one more with each step.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: '提事时刻。When it was proposed.' })
  proposedAt!: Date;

  @Field(() => [DeliberationSessionType], { description: '历次居民议事，由旧到新。The sessions of residents, oldest first.' })
  sessions!: readonly SessionHeld[];
}

/** Declares a page of deliberations. */
export const DeliberationConnection = connectionType<Deliberation>(
  { name: 'Deliberation', zh: '议事', en: 'deliberations' },
  () => DeliberationType,
);
