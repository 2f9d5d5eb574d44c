import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventConditions } from '../../../../eventlog/event-filter.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import type { UnitEvent } from '../../ground/grid-event.js';
import type { Rebase, RebasedShare } from '../../matters/rebase.js';
import { gridEventOf } from '../ground/grid-event-of.js';
import type { GroundOnRecord } from '../ground/ground-in-sight.js';

/** The events of the log that may move a boundary. */
export const boundaryEvents: EventConditions = { topics: ['grid'], kinds: ['UNIT_CHANGED', 'UNIT_RETIRED'] };

/** What an event of the log says of the boundary of a unit; null where it says nothing that another event does not say. */
export function rebaseOf(event: LogEvent, cursor: string, ground: GroundOnRecord): Rebase | null {
  const told = gridEventOf(event, cursor, ground);
  if (told?.typeName !== 'UnitEvent') return null;
  const outcome = outcomeOf(told, event.payload);
  if (outcome === null) return null;
  const { eventId, position, occurredAt, recordedAt, unit } = told;
  return { typeName: 'Rebase', cursor, eventId, position, old: [unit], ...outcome, occurredAt, recordedAt };
}

function outcomeOf(told: UnitEvent, payload: LogEvent['payload']): Pick<Rebase, 'new' | 'effective'> | null {
  if (told.kind === 'UNIT_RETIRED') return succeededOn(told.effectiveFrom, told);
  const validTo = payload['validTo'] as CalendarDate | null;
  if (validTo === null) return { new: [{ unit: told.unit, weight: 1 }], effective: told.effectiveFrom };
  // What a redraw ends it retires as well.
  return told.redrawId === null ? succeededOn(validTo, told) : null;
}

function succeededOn(effective: CalendarDate, { successors }: UnitEvent): Pick<Rebase, 'new' | 'effective'> {
  const ofThatDay = successors.filter(({ effectiveOn }) => effectiveOn === effective);
  return { effective, new: ofThatDay.map(({ unit, weight }): RebasedShare => ({ unit, weight })) };
}
