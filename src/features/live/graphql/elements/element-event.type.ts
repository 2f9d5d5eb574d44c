import { createUnionType, Field, Float, ObjectType } from 'type-graphql';

import { CursorScalar, DateTimeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import { ElementType } from '../../../elements/graphql/index.js';
import type { Element } from '../../../elements/index.js';
import type { ElementEvent, ElementEventKind } from '../../elements/element-event.js';
import { HeartbeatType, StreamGapType } from '../stream-marks.type.js';

/** The enum `ElementEventKind`. */
export const ElementEventKindEnum = wordEnum<ElementEventKind>({
  name: 'ElementEventKind',
  description: '要素会发生什么。What can happen to an element.',
  words: {
    ELEMENT_ADDED: '新登记。It was added to a register.',
    ELEMENT_CHANGED: '登记内容有变更。Its register says something else.',
    ELEMENT_MOVED: '网格调整后所在网格或区划有变更。The ground was redrawn under it.',
  },
});

/** What of an event the schema shows as it stands; where it stood before comes by field resolvers. */
type ShownAsItStands = Omit<ElementEvent, 'typeName' | 'version' | 'fromGridUuid' | 'fromDivision'>;

/** Declares a change of an element. */
@ObjectType('ElementEvent', { description: '要素的一次变更。A change of an element.' })
export class ElementEventType implements ShownAsItStands {
  @Field(() => CursorScalar, {
    description: '游标，作 after 传入即从此变更之后续传。The cursor; given as after, the stream goes on after this change.',
  })
  cursor!: string;

  @Field(() => IdScalar, { description: '变更的唯一编号，重收时凭它识别。The id of the change, by which a repeated one is known.' })
  eventId!: string;

  @Field(() => Float, { description: '在事件日志中的位置，整数，只增不减。The place in the event log, a whole number that only rises.' })
  position!: number;

  @Field(() => ElementEventKindEnum, { description: '变更种类。What happened.' })
  kind!: ElementEventKind;

  @Field(() => ElementType, { description: '投递时的要素。The element as it is at delivery.' })
  element!: Element;

  @Field(() => DateTimeScalar, { description: '发生时刻。When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: '平台记录时刻。When the platform recorded it.' })
  recordedAt!: Date;
}

/** The union `ElementEventDelivery`. */
export const ElementEventDelivery = createUnionType({
  name: 'ElementEventDelivery',
  description: '一次投递：变更、缺口或心跳。One delivery: a change, a gap or a heartbeat.',
  types: () => [ElementEventType, StreamGapType, HeartbeatType] as const,
  resolveType: (value) => (value as unknown as { readonly typeName: string }).typeName,
});
