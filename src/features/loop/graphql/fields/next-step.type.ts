import { Field, ObjectType } from 'type-graphql';

import type { Actor, CarriedThing } from '../../procedure/procedure.js';
import { CarriedThingEnum, StepActorEnum } from '../procedures/procedure.enums.js';

/** Declares a step that a matter may take next. */
@ObjectType('NextStep', { description: '事项下一步可走的一步。A step that a matter may take next.' })
export class NextStepType {
  @Field(() => String, { description: '步骤名。Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '由哪个变更操作走此步。The mutation that takes it; null while there is none.' })
  mutation!: string | null;

  @Field(() => [CarriedThingEnum], { description: '须附内容。What it must carry.' })
  carries!: readonly CarriedThing[];

  @Field(() => [StepActorEnum], { description: '谁可以走。Who may take it.' })
  by!: readonly Actor[];

  @Field(() => Boolean, { description: '查看者此刻能否走。Whether the viewer has the right to it and is one of them.' })
  mayTake!: boolean;
}
