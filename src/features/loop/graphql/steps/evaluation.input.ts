import { Field, InputType, Int } from 'type-graphql';

import { SourceIdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { EvaluationSide } from '../../evaluation/evaluation.js';
import { StepInput } from './step.input.js';

/** The enum `EvaluationSide`. */
export const EvaluationSideEnum = wordEnum<EvaluationSide>({
  name: 'EvaluationSide',
  description: '由哪一方评价。Who judges.',
  words: {
    RESIDENT: '居民（本人，或回访记录）评价承办组织。The resident, of whoever handled it.',
    TOWNSHIP: '街道评价承办组织。The township level, of whoever handled it.',
    DEPARTMENT: '承办组织评价派单、吹哨的街道。An organisation that handled it, of whoever dispatched it.',
  },
});

/** Declares what one side says of the other. */
@InputType('EvaluateMatterInput', { description: '综合评价；双方互评。What one side says of the other.' })
export class EvaluateMatterInput extends StepInput {
  @Field(() => EvaluationSideEnum, { description: '由哪一方评价。Who judges.' })
  side!: EvaluationSide;

  @Field(() => SourceIdScalar, {
    nullable: true,
    description: '评价谁；默认牵头组织，承办方评价时默认派单组织。Who is judged; whoever led it, or dispatched it, when left out.',
  })
  organisation?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否联系了居民（响应）。Whether the resident was answered.' })
  responded?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否解决。Whether it is solved.' })
  solved?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否满意。Whether the resident is satisfied.' })
  satisfied?: boolean | null;

  @Field(() => Int, { nullable: true, description: '评分 0–100。The score, 0 to 100.' })
  score?: number | null;
}
