import { Field, Float, ObjectType } from 'type-graphql';

import { CursorScalar, DateTimeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { MatterType } from '../../../matters/graphql/index.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';

/** What of an event the schema shows as it stands; the transition and the units come by field resolvers. */
type ShownAsItStands = Omit<MatterEvent, 'typeName' | 'version' | 'places'>;

/** Declares a change of a matter. */
@ObjectType('MatterEvent', { description: '事项的一次变更。A change of a matter.' })
export class MatterEventType implements ShownAsItStands {
  @Field(() => CursorScalar, {
    description: '游标，作 after 传入即从此变更之后续传。The cursor; given as after, the stream goes on after this change.',
  })
  cursor!: string;

  @Field(() => IdScalar, { description: '变更的唯一编号，重收时凭它识别。The id of the change, by which a repeated one is known.' })
  eventId!: string;

  @Field(() => Float, { description: '在事件日志中的位置，整数，只增不减。The place in the event log, a whole number that only rises.' })
  position!: number;

  @Field(() => MatterType, { description: '投递时的事项。The matter as it is at delivery.' })
  matter!: Matter;

  @Field(() => String, {
    description:
      '变更种类：MATTER_RECORDED 新登记，MATTER_CHANGED 有变更，MATTER_REPLACED 重新落格，MATTER_YELLOW 将到期，MATTER_OVERDUE 已超期，FEEDBACK_SILENT 逾期未反馈；新种类可能增加。What happened: MATTER_RECORDED, MATTER_CHANGED, MATTER_REPLACED, MATTER_YELLOW, MATTER_OVERDUE, FEEDBACK_SILENT; more may come.',
  })
  kind!: string;

  @Field(() => DateTimeScalar, { description: '发生时刻。When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: '平台记录时刻。When the platform recorded it.' })
  recordedAt!: Date;
}
