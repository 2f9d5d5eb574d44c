import { createUnionType } from 'type-graphql';

import { HeartbeatType, StreamGapType } from '../stream-marks.type.js';
import { DivisionEventType } from './division-event.type.js';
import { DecisionEventType, LinksEventType } from './links-event.type.js';
import { RedrawEventType } from './redraw-event.type.js';
import { UnitEventType } from './unit-event.type.js';

/** The union `GridEventDelivery`. */
export const GridEventDelivery = createUnionType({
  name: 'GridEventDelivery',
  description: '一次投递：变更、缺口或心跳；变更均为 GridEvent。One delivery: a change, which is a GridEvent, a gap or a heartbeat.',
  types: () =>
    [UnitEventType, LinksEventType, DecisionEventType, RedrawEventType, DivisionEventType, StreamGapType, HeartbeatType] as const,
  resolveType: (value) => (value as unknown as { readonly typeName: string }).typeName,
});
