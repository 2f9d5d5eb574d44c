import { ArgsType, Field, InputType, Int } from 'type-graphql';

import { PageArgs } from '../../../../graphql/args/page.args.js';
import { DateScalar, IdScalar } from '../../../../graphql/scalars.js';
import { DeclarationInput } from '../../../access/graphql/index.js';
import { CategoryInput } from '../../../categories/graphql/index.js';
import type { ApplicationState, Verdict } from '../../admission-application.js';
import { ApplicationStateEnum, VerdictEnum } from './admission-application.type.js';

/** Declares what a list of applications is asked by. */
@ArgsType()
export class AdmissionApplicationsArgs extends PageArgs {
  @Field(() => ApplicationStateEnum, { nullable: true, description: '状态；默认不论。The state; any when left out.' })
  state?: ApplicationState | null;
}

/** Declares an application for the admission list. */
@InputType('ApplyForAdmissionInput', { description: '请求把一类事项列入网格事项准入清单。An application for the admission list.' })
export class ApplyForAdmissionInput extends DeclarationInput {
  @Field(() => CategoryInput, { description: '类别。The category.' })
  category!: CategoryInput;

  @Field(() => String, { description: '对网格员的要求，1–500 字。What grid staff would do, 1 to 500 characters.' })
  task!: string;

  @Field(() => Boolean, { defaultValue: false, description: '是否临时事项，须给 validTo。Whether it is temporary, and so has validTo.' })
  temporary!: boolean;

  @Field(() => DateScalar, { description: '自此日起（含）。From this day.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '至此日止（不含）；默认不限。Until this day, exclusive; open when left out.' })
  validTo?: string | null;
}

/** Declares the review of an application. */
@InputType('ReviewAdmissionInput', { description: '审核一项准入申请。The review of an application for the admission list.' })
export class ReviewAdmissionInput extends DeclarationInput {
  @Field(() => IdScalar, { description: '申请的编号。The id of the application.' })
  application!: string;

  @Field(() => Int, { description: '审核者所见版本。The version that the reviewer saw.' })
  expectedVersion!: number;

  @Field(() => VerdictEnum, { description: '结论。The verdict.' })
  verdict!: Verdict;

  @Field(() => String, {
    nullable: true,
    description: '理由，不予准入时必填，1–500 字。The reason, 1 to 500 characters; necessary for a refusal.',
  })
  reason?: string | null;
}
