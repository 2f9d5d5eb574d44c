import type { LogEvent } from '../../../../eventlog/event.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterEvent, PlacesInLayer } from '../../matters/matter-event.js';

/** What an event of the log is shown with. */
export interface ShownWith {
  readonly matter: Matter;
  readonly cursor: string;
  readonly places: PlacesInLayer | null;
}

/** The event of the log as its reader sees it. */
export function matterEventOf(event: LogEvent, { matter, cursor, places }: ShownWith): MatterEvent {
  const { eventId, position, kind, version, occurredAt, recordedAt } = event;
  return { typeName: 'MatterEvent', cursor, eventId, position, matter, kind, version, occurredAt, recordedAt, places };
}
