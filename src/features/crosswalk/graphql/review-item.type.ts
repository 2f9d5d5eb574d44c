import { ArgsType, Field, Float, ObjectType } from 'type-graphql';

import { PageArgs } from '../../../graphql/args/page.args.js';
import { connectionType } from '../../../graphql/connection.js';
import { LayerKeyScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import { GridType, LayerType } from '../../grids/graphql/index.js';
import type { GridUnit, Layer } from '../../grids/index.js';
import type { ReviewItem } from '../decisions/review-queue.js';
import type { ReviewReason } from '../decisions/review-value.js';

/** The enum `ReviewReason`. */
export const ReviewReasonEnum = wordEnum<ReviewReason>({
  name: 'ReviewReason',
  description: '为何值得复核。Why a row is worth a look.',
  words: {
    DECLARED_DIFFERS: '认定之后，计算结果又有变化。What is computed has moved since the row was declared.',
    NO_MATCH: '在应铺满的图层中无任何对应。Nothing of a layer that is meant to cover the ground.',
    BASES_DISAGREE: '按面积与按住户的权重不一。Weights by ground and by households disagree.',
    EQUAL_SHARES: '仅凭代码、按均分计。Shares are taken as equal, by code alone.',
    NEAR_CUT: '接近碎片界限。Common ground near the sliver bound.',
  },
});

/** Declares a row that is worth a look; its links and its declaration are added by the resolver. */
@ObjectType('ReviewItem', { description: '一行值得复核的关联：某网格在某图层中的分布。A row worth a look: a unit as one layer covers it.' })
export class ReviewItemType implements Omit<ReviewItem, 'declarationUuid'> {
  @Field(() => GridType, { description: '网格。The unit.' })
  unit!: GridUnit;

  @Field(() => LayerType, { description: '落入哪个图层。The layer.' })
  layer!: Layer;

  @Field(() => ReviewReasonEnum, { description: '为何值得复核。Why it is worth a look.' })
  reason!: ReviewReason;

  @Field(() => Float, {
    description:
      '一项决定可能移动的户数：户数 × 涉及份额 × 存疑程度；户数不明时按面积分摊。Households that a decision might move: households × share at stake × doubt; by area where they are not counted.',
  })
  value!: number;
}

/** Declares what the review queue is asked by. */
@ArgsType()
export class ReviewQueueArgs extends PageArgs {
  @Field(() => [LayerKeyScalar], { nullable: true, description: '只要这些图层的网格。Only units of these layers.' })
  layers?: readonly string[] | null;
}

/** Declares a page of the review queue. */
export const ReviewItemConnection = connectionType<ReviewItem>(
  { name: 'ReviewItem', zh: '待复核关联', en: 'rows worth a look' },
  () => ReviewItemType,
);
