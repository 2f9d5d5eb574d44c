import type { LogEvent } from '../../../../eventlog/event.js';
import type { Matter } from '../../../matters/index.js';
import type { MatterEvent } from '../../matters/matter-event.js';

/** The event of the log as its reader sees it, with the matter that it is about. */
export function matterEventOf(event: LogEvent, matter: Matter, cursor: string): MatterEvent {
  const { eventId, position, kind, version, occurredAt, recordedAt } = event;
  return { typeName: 'MatterEvent', cursor, eventId, position, matter, kind, version, occurredAt, recordedAt };
}
