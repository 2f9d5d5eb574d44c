import type { ElementReadModel } from '../../elements/index.js';
import type { EventStreams } from '../event-streams.js';
import type { ElementEvent } from './element-event.js';
import type { ElementEventConditions } from './element-event-conditions.js';

/** Opens streams of elements' changes. */
export type ElementStreams = EventStreams<ElementEventConditions, ElementEvent>;

/** What live asks of elements. */
export type ElementsByUuid = Pick<ElementReadModel, 'byUuid'>;
