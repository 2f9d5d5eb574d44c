import { Field, Float, InterfaceType } from 'type-graphql';

import { CursorScalar, DateTimeScalar, IdScalar } from '../../../../graphql/scalars.js';
import { wordEnum } from '../../../../graphql/word-enum.js';
import type { GridChange, GridEventKind } from '../../ground/grid-event.js';

/** The enum `GridEventKind`. */
export const GridEventKindEnum = wordEnum<GridEventKind>({
  name: 'GridEventKind',
  description: '网格、关联与区划会发生什么。What can happen to units, links and divisions.',
  words: {
    UNIT_ADDED: '新增网格（UnitEvent）。A unit was added (UnitEvent).',
    UNIT_CHANGED: '网格有变更（UnitEvent）。A unit was changed (UnitEvent).',
    UNIT_RETIRED: '网格经调整停用（UnitEvent）。A redraw ends a unit (UnitEvent).',
    REDRAW_NOTIFIED: '调整方案审核通过并告知各部门（RedrawEvent）。A redraw was passed and the offices were told (RedrawEvent).',
    REDRAW_FILED: '调整方案已备案公布（RedrawEvent）。A redraw was filed and published (RedrawEvent).',
    LINKS_CHANGED: '一个网格的关联有变更（LinksEvent）。Links of a unit were changed (LinksEvent).',
    CROSSWALK_PUBLISHED: '一次关联计算已发布（LinksEvent）。A computation of links was published (LinksEvent).',
    LINK_DECLARED: '认定了关联（DecisionEvent）。Links were declared (DecisionEvent).',
    LINK_REJECTED: '否定了关联（DecisionEvent）。A link was rejected (DecisionEvent).',
    DECISION_WITHDRAWN: '撤回了决定（DecisionEvent）。A decision was withdrawn (DecisionEvent).',
    DIVISION_ADDED: '新增区划（DivisionEvent）。A division was added (DivisionEvent).',
    DIVISION_CHANGED: '区划有变更（DivisionEvent）。A division was changed (DivisionEvent).',
  },
});

/** Declares the interface `GridEvent`: what every change of the ground says of itself. */
@InterfaceType('GridEvent', {
  description: '网格、关联或区划的一次变更。A change of units, links or divisions.',
  resolveType: ({ typeName }: { readonly typeName: string }) => typeName,
  autoRegisterImplementations: false,
})
export abstract class GridEventType implements GridChange {
  @Field(() => CursorScalar, {
    description: '游标，作 after 传入即从此变更之后续传。The cursor; given as after, the stream goes on after this change.',
  })
  cursor!: string;

  @Field(() => IdScalar, { description: '变更的唯一编号，重收时凭它识别。The id of the change, by which a repeated one is known.' })
  eventId!: string;

  @Field(() => Float, { description: '在事件日志中的位置，整数，只增不减。The place in the event log, a whole number that only rises.' })
  position!: number;

  @Field(() => GridEventKindEnum, { description: '变更种类。What happened.' })
  kind!: GridEventKind;

  @Field(() => DateTimeScalar, { description: '发生时刻。When it happened.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: '平台记录时刻。When the platform recorded it.' })
  recordedAt!: Date;
}
