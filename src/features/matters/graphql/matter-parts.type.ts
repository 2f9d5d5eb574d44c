import { Field, Int, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../graphql/scalars.js';
import type { MatterState } from '../matter.js';
import type { Assignment, MatterTransition } from '../ports.js';
import { AssignmentRoleEnum, MatterStateEnum } from './matter.enums.js';

/** Declares an assignment of a matter. */
@ObjectType('Assignment', { description: '承办安排。An organisation that a matter is assigned to.' })
export class AssignmentType implements Pick<Assignment, 'role' | 'since' | 'until'> {
  @Field(() => AssignmentRoleEnum, { description: '角色。The role.' })
  role!: 'LEAD' | 'SUPPORT';

  @Field(() => DateTimeScalar, { description: '自何时起。Since when.' })
  since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '至何时止；仍在承办为 null。Until when; null while it lasts.' })
  until!: Date | null;
}

/** Declares one step of a matter's history. */
@ObjectType('MatterTransition', { description: '事项历程中的一步。One step of a matter’s history.' })
export class MatterTransitionType implements Omit<MatterTransition, 'matterUuid' | 'organisationUuid' | 'carried'> {
  @Field(() => Int, { description: '此步到达的版本。The version that the step led to.' })
  version!: number;

  @Field(() => MatterStateEnum, { nullable: true, description: '此前状态；首步为 null。The state before; null for the first step.' })
  fromState!: MatterState | null;

  @Field(() => MatterStateEnum, { description: '此后状态。The state after.' })
  toState!: MatterState;

  @Field(() => DateTimeScalar, { description: '发生时刻。When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: '平台记录时刻。When the platform recorded it.' })
  recordedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: '步骤名，如 dispatchMatter；部门自行登记的为 null。The name of the step; null where an office told of it.',
  })
  step!: string | null;

  @Field(() => String, { nullable: true, description: '部门自己流程中的状态。The state of the office’s own procedure that it led to.' })
  officeState!: string | null;

  @Field(() => String, { nullable: true, description: '理由或说明。Why it was taken, in the words of whoever took it.' })
  reason!: string | null;
}
