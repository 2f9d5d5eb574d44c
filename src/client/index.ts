export type { AnswerError, Refusal } from './carrier.js';
export type { Heartbeat, LiveEvent, Snapshot, StreamGap } from './delivery.js';
export type { Following, FollowPhase, FollowState, FollowWish } from './follow-wish.js';
export { type LiveClient, liveClient, type LiveClientOptions } from './live-client.js';
export { streamMarks } from './stream-marks.js';
export { systemTiming, type Timing } from './timing.js';
