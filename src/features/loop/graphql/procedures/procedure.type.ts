import { Field, Int, ObjectType } from 'type-graphql';

import { LimitUnitEnum } from '../../../clocks/graphql/index.js';
import type { LimitUnit } from '../../../clocks/index.js';
import { MatterStateEnum } from '../../../matters/graphql/index.js';
import type { MatterState } from '../../../matters/index.js';
import type { Actor, CarriedThing } from '../../procedure/procedure.js';
import { CarriedThingEnum, StepActorEnum } from './procedure.enums.js';

/** Declares a state of a procedure. */
@ObjectType('ProcedureState', { description: '流程的一个状态。A state of a procedure.' })
export class ProcedureStateType {
  @Field(() => String, { description: '状态名；公共流程即公共状态。Its name; in the common procedure that of the common state.' })
  name!: string;

  @Field(() => String, { description: '中文名。Its Chinese name.' })
  nameZh!: string;

  @Field(() => MatterStateEnum, { description: '对应的公共状态。The common state that it counts as.' })
  common!: MatterState;

  @Field(() => Boolean, { description: '是否办结。Whether nothing more has to be done.' })
  isFinal!: boolean;
}

/** Declares a step of a procedure. */
@ObjectType('ProcedureStep', { description: '流程允许的一步。A step that a procedure allows.' })
export class ProcedureStepType {
  @Field(() => String, { description: '步骤名。Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '由哪个变更操作走此步。The mutation that takes it; null while there is none.' })
  mutation!: string | null;

  @Field(() => [String], { description: '可从哪些状态走。The states from which it may be taken.' })
  from!: readonly string[];

  @Field(() => String, { nullable: true, description: '到哪个状态；不变则为 null。The state that it leads to; null where that stays.' })
  to!: string | null;

  @Field(() => [StepActorEnum], { description: '谁可以走。Who may take it.' })
  by!: readonly Actor[];

  @Field(() => [CarriedThingEnum], { description: '须附内容。What it must carry.' })
  carries!: readonly CarriedThing[];
}

/** Declares a limit that the law sets. */
@ObjectType('LawfulLimit', { description: '法定时限。A limit that the law sets.' })
export class LawfulLimitType {
  @Field(() => String, { description: '所限的时钟或事。The clock, or what else it limits.' })
  clock!: string;

  @Field(() => Int, { description: '数量。The amount.' })
  amount!: number;

  @Field(() => LimitUnitEnum, { description: '单位。The unit.' })
  unit!: LimitUnit;

  @Field(() => String, { description: '法规条款。Law and article.' })
  source!: string;
}

/** Declares a procedure. */
@ObjectType('Procedure', { description: '办理流程：状态与步骤的表。A procedure: states and steps as a table.' })
export class ProcedureType {
  @Field(() => String, { description: 'common，或部门的键。`common`, or the key of the office.' })
  key!: string;

  @Field(() => String, { description: '名称。Its Chinese name.' })
  nameZh!: string;

  @Field(() => String, { description: '依据。The law or standard that it follows.' })
  source!: string;

  @Field(() => String, { description: '起始状态。Its first state.' })
  initial!: string;

  @Field(() => [ProcedureStateType], { description: '状态。Its states.' })
  states!: readonly ProcedureStateType[];

  @Field(() => [ProcedureStepType], { description: '步骤。Its steps.' })
  steps!: readonly ProcedureStepType[];

  @Field(() => [LawfulLimitType], { description: '法定时限。The limits that the law sets.' })
  limits!: readonly LawfulLimitType[];
}
