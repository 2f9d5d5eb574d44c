export type { GapReason, Heartbeat, MatterDelivery, MatterEvent, StreamGap } from './delivery.js';
export type { MatterEventConditions } from './matters/matter-event-conditions.js';
export type { ChangeEvents, MatterStream, MatterStreams, StreamRequest } from './ports.js';
export type { Ticker } from './ticker.js';
