export { MatterChangedEventResolver } from './matters/matter-changed-event.resolver.js';
export { MatterEventType } from './matters/matter-event.type.js';
export { MatterEventDelivery } from './matters/matter-event-delivery.type.js';
export { MatterEventFieldsResolver } from './matters/matter-event-fields.resolver.js';
export { MatterEventFilter } from './matters/matter-event-filter.input.js';
export { matterEventsResolver } from './matters/matter-events.resolver.js';
export { HeartbeatType, StreamGapType } from './stream-marks.type.js';
