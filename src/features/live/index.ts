export type { GapReason, Heartbeat, StreamGap } from './delivery.js';
export type { DeliveryStream, LiveSource, LogPoint, Placed, SourceStart } from './live-source.js';
export type { MatterDelivery, MatterEvent } from './matters/matter-event.js';
export type { MatterEventConditions } from './matters/matter-event-conditions.js';
export type { ChangeEvents, MatterStreams, StreamRequest } from './ports.js';
export type { Answer, MakeAnswer } from './sharing/answer.js';
export { type Following, type FollowWish, SharedRuns, type SharingFigures } from './sharing/shared-runs.js';
export type { Sink } from './sharing/sink.js';
export type { Ticker } from './ticker.js';
