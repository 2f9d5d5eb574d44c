import { createUnionType, Field, Float, ObjectType } from 'type-graphql';

import { Department } from '../../../../graphql/department.js';
import { CursorScalar, DateTimeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { DepartmentStatusEnum } from '../../../intake/graphql/index.js';
import type { OfficeState } from '../../../intake/index.js';
import type { DepartmentEvent } from '../../departments/department-event.js';
import { HeartbeatType, StreamGapType } from '../stream-marks.type.js';

/** Declares a change of an office's state; `DepartmentEventFieldsResolver` adds how it stands now. */
@ObjectType('DepartmentEvent', { description: '一个部门的接入状态有变更。An office stands otherwise with the platform than before.' })
export class DepartmentEventType implements Omit<DepartmentEvent, 'typeName'> {
  @Field(() => CursorScalar, {
    description: '游标，作 after 传入即从此变更之后续传。The cursor; given as after, the stream goes on after this change.',
  })
  cursor!: string;

  @Field(() => IdScalar, { description: '变更的唯一编号，重收时凭它识别。The id of the change, by which a repeated one is known.' })
  eventId!: string;

  @Field(() => Float, { description: '在事件日志中的位置，整数，只增不减。The place in the event log, a whole number that only rises.' })
  position!: number;

  @Field(() => Department, { description: '部门。The office.' })
  department!: string;

  @Field(() => DepartmentStatusEnum, { description: '变更后的状态。How it stood after the change.' })
  state!: OfficeState;

  @Field(() => DepartmentStatusEnum, { nullable: true, description: '变更前的状态；首次为 null。How it stood before; null at first.' })
  from!: OfficeState | null;

  @Field(() => DateTimeScalar, { description: '自何时起。Since when.' })
  since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '当时的数据截至；从未取数时为 null。Everything up to then was held; null before the first time.',
  })
  asOf!: Date | null;

  @Field(() => DateTimeScalar, { description: '发生时刻。When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: '平台记录时刻。When the platform recorded it.' })
  recordedAt!: Date;
}

/** The union `DepartmentEventDelivery`. */
export const DepartmentEventDelivery = createUnionType({
  name: 'DepartmentEventDelivery',
  description: '一次投递：变更、缺口或心跳。One delivery: a change, a gap or a heartbeat.',
  types: () => [DepartmentEventType, StreamGapType, HeartbeatType] as const,
  resolveType: (value) => (value as unknown as { readonly typeName: string }).typeName,
});
