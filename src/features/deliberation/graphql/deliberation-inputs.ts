import { Field, InputType, Int } from 'type-graphql';

import { DateScalar, GridCodeScalar, IdScalar } from '../../../graphql/scalars.js';
import { DeclarationInput } from '../../access/graphql/index.js';
import { CategoryInput } from '../../categories/graphql/index.js';
import type { DeliberationPlatform } from '../deliberation.js';
import { type DecisionOutcome, DecisionOutcomeEnum, DeliberationPlatformEnum } from './deliberation.enums.js';

const key = '幂等键，1–128 字符；同键重发只做一次。The idempotency key, 1 to 128 characters; repeated, it is done once.';
/** The description of a text that must name nobody. */
const namingNobody = (zh: string, en: string): string =>
  `${zh}；勿写姓名、证件号、手机号。${en}; no names, identity numbers or mobile numbers.`;

/** Declares a proposal. */
@InputType('ProposeDeliberationInput', { description: '网格提事。A proposal for a grid.' })
export class ProposeDeliberationInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => GridCodeScalar, { description: '全要素网格。The all-elements grid that it is about.' })
  grid!: string;

  @Field(() => CategoryInput, { description: '类别。The category.' })
  category!: CategoryInput;

  @Field(() => String, { description: namingNobody('标题，1–200 字', 'The title, 1 to 200 characters') })
  title!: string;

  @Field(() => String, { description: namingNobody('内容，1–2000 字', 'What is proposed, 1 to 2,000 characters') })
  text!: string;
}

/** Declares what every step with a deliberation brings. */
@InputType()
export abstract class DeliberationActionInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => IdScalar, { description: '议事。The deliberation.' })
  id!: string;

  @Field(() => Int, { description: '所见版本。The version that was looked at.' })
  expectedVersion!: number;
}

/** Declares a session that was held. */
@InputType('HoldDeliberationInput', { description: '登记一次居民议事。A session of residents that was held.' })
export class HoldDeliberationInput extends DeliberationActionInput {
  @Field(() => DeliberationPlatformEnum, { description: '议事平台。The platform.' })
  platform!: DeliberationPlatform;

  @Field(() => DateScalar, { description: '议事之日，不早于提事、不晚于今日。The day, from that of the proposal to today.' })
  heldOn!: string;

  @Field(() => Int, { description: '参加人数，至少 1。How many took part, 1 at least.' })
  participants!: number;

  @Field(() => Int, { description: '赞成人数。How many were for it.' })
  inFavour!: number;

  @Field(() => Int, { description: '反对人数。How many were against it.' })
  against!: number;

  @Field(() => Int, { description: '弃权人数。How many abstained.' })
  abstained!: number;
}

/** Declares a matter that a decision opens. */
@InputType('MatterToOpenInput', { description: '决定随即立项的事项。A matter that a decision opens, in the grid of the proposal.' })
export class MatterToOpenInput {
  @Field(() => String, { description: namingNobody('标题，1–200 字', 'The title, 1 to 200 characters') })
  title!: string;

  @Field(() => CategoryInput, { nullable: true, description: '类别；默认同提事。The category; that of the proposal when left out.' })
  category?: CategoryInput | null;
}

/** Declares a decision of the community. */
@InputType('DecideDeliberationInput', {
  description:
    '社区决事；organisation 须为该网格所在社区的居（村）委会。A decision; organisation is the committee of the grid’s community.',
})
export class DecideDeliberationInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '议事。The deliberation.' })
  id!: string;

  @Field(() => Int, { description: '所见版本。The version that was looked at.' })
  expectedVersion!: number;

  @Field(() => DecisionOutcomeEnum, { description: '结论。The outcome.' })
  outcome!: DecisionOutcome;

  @Field(() => String, { description: namingNobody('决定内容，1–2000 字', 'The text, 1 to 2,000 characters') })
  text!: string;

  @Field(() => [MatterToOpenInput], {
    nullable: true,
    description: '随决定立项的事项，至多 20 项，仅限采纳时。The matters that it opens, 20 at most and only where it is adopted.',
  })
  matters?: readonly MatterToOpenInput[] | null;
}

/** Declares what came of a decision. */
@InputType('CarryOutDecisionInput', { description: '登记决定的实施结果。What came of a decision.' })
export class CarryOutDecisionInput extends DeliberationActionInput {
  @Field(() => String, { description: namingNobody('结果，1–2000 字', 'The result, 1 to 2,000 characters') })
  result!: string;
}

/** Declares why a deliberation goes back, or is taken back. */
@InputType('ReasonedDeliberationInput', { description: '附理由的退回或撤回。A return or a withdrawal, with its reason.' })
export class ReasonedDeliberationInput extends DeliberationActionInput {
  @Field(() => String, { description: namingNobody('理由，1–2000 字', 'The reason, 1 to 2,000 characters') })
  reason!: string;
}
