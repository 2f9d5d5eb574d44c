import { Field, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../graphql/scalars.js';
import { wordEnum } from '../../../graphql/word-enum.js';
import type { MatterState, ReportedTransition, UnappliedReason } from '../matter.js';
import { MatterStateEnum } from './matter.enums.js';

const UnappliedReasonEnum = wordEnum<UnappliedReason>({
  name: 'UnappliedReason',
  description: '未予执行的原因。Why a step that an office told was not applied.',
  words: {
    NOT_IN_PROCEDURE: '其流程无此状态。The office’s procedure has no such state.',
    ENDED: '事项已终结。The matter has ended.',
    TURNED_BACK: '退回到流程不许的状态。It turns back to where the procedure leads from nowhere.',
    PLATFORM_STEP_UNKNOWN: '部门尚不知平台上已办的步骤。It was told without knowledge of the platform’s own steps.',
  },
});

/** Declares a step that an office told and that was not applied. */
@ObjectType('ReportedTransition', { description: '部门报来而未予执行的一步。A step that an office told and that was not applied.' })
export class ReportedTransitionType implements ReportedTransition {
  @Field(() => MatterStateEnum, { description: '报来的状态。The state that was told.' })
  state!: MatterState;

  @Field(() => String, { nullable: true, description: '部门自己的状态。The office’s own word.' })
  officeState!: string | null;

  @Field(() => DateTimeScalar, { description: '报来的发生时刻。When it is said to have happened.' })
  at!: Date;

  @Field(() => UnappliedReasonEnum, { description: '未予执行的原因。Why it was not applied.' })
  why!: UnappliedReason;
}
