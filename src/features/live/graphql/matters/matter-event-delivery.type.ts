import { createUnionType } from 'type-graphql';

import type { MatterDelivery } from '../../matters/matter-event.js';
import { HeartbeatType, StreamGapType } from '../stream-marks.type.js';
import { MatterEventType } from './matter-event.type.js';
import { MatterSnapshotType } from './matter-snapshot.type.js';
import { RebaseType } from './rebase.type.js';

/** The union `MatterEventDelivery`. */
export const MatterEventDelivery = createUnionType({
  name: 'MatterEventDelivery',
  description:
    '一次投递：变更、网格换界、现状的一部分、缺口或心跳。One delivery: a change, a change of boundaries, a part of the present state, a gap or a heartbeat.',
  types: () => [MatterEventType, RebaseType, MatterSnapshotType, StreamGapType, HeartbeatType] as const,
  resolveType: (value) => (value as unknown as MatterDelivery).typeName,
});
