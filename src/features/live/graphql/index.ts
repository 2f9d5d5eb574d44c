export { MatterChangedEventResolver } from './matters/matter-changed-event.resolver.js';
export { MatterEventType } from './matters/matter-event.type.js';
export { HeartbeatType, MatterEventDelivery, StreamGapType } from './matters/matter-event-delivery.type.js';
export { MatterEventFieldsResolver } from './matters/matter-event-fields.resolver.js';
export { MatterEventFilter } from './matters/matter-event-filter.input.js';
export { matterEventsResolver } from './matters/matter-events.resolver.js';
