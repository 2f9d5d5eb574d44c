import type { DepartmentCode } from '../../../kernel/ids.js';
import type { EventStreams } from '../event-streams.js';
import type { DepartmentEvent } from './department-event.js';

/** Which changes of offices' states a reader wants. */
export interface DepartmentEventConditions {
  readonly departments?: readonly DepartmentCode[];
}

/** Opens streams of changes of offices' states. */
export type DepartmentStreams = EventStreams<DepartmentEventConditions, DepartmentEvent>;
