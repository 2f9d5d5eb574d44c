export { MatterChangedEventResolver } from './matter-changed-event.resolver.js';
export { MatterEventType } from './matter-event.type.js';
export { HeartbeatType, MatterEventDelivery, StreamGapType } from './matter-event-delivery.type.js';
export { MatterEventFieldsResolver } from './matter-event-fields.resolver.js';
export { MatterEventFilter } from './matter-event-filter.input.js';
export { matterEventsResolver } from './matter-events.resolver.js';
