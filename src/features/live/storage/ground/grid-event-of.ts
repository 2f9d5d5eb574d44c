import type { LogEvent } from '../../../../eventlog/event.js';
import type { CalendarDate } from '../../../../kernel/dates.js';
import type { DivisionCode, LayerKey, SourceId } from '../../../../kernel/ids.js';
import type { DivisionLevel } from '../../../divisions/index.js';
import type { LineageUnit } from '../../../lineage/index.js';
import type { DivisionEvent, GridChange, GridEvent, GridEventKind, LinksEvent, UnitEvent } from '../../ground/grid-event.js';
import type { GroundOnRecord } from './ground-in-sight.js';

/** What `UNIT_ADDED` and `UNIT_CHANGED` tell. */
interface ToldUnit {
  readonly layer: LayerKey;
  readonly localId: SourceId;
  readonly generation: number;
  readonly name: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly redraw: string | null;
}

/** What `UNIT_RETIRED` tells beyond what is on record. */
interface ToldRetirement {
  readonly redraw: string;
  readonly effectiveFrom: CalendarDate;
}

/** The event of the log as its reader sees it; null where what it is about is on record no more, so that there is nothing to tell. */
export function gridEventOf(event: LogEvent, cursor: string, ground: GroundOnRecord): GridEvent | null {
  const { eventId, position, occurredAt, recordedAt } = event;
  const kind = event.kind as GridEventKind;
  const change: GridChange = { cursor, eventId, position, kind, occurredAt, recordedAt };
  switch (kind) {
    case 'UNIT_ADDED':
    case 'UNIT_CHANGED':
    case 'UNIT_RETIRED':
      return unitEventOf(event, change, ground);
    case 'LINKS_CHANGED':
    case 'CROSSWALK_PUBLISHED':
      return linksEventOf(event, change, ground);
    case 'REDRAW_NOTIFIED':
    case 'REDRAW_FILED': {
      const redraw = ground.redraws.get(event.subject);
      return redraw ? { typeName: 'RedrawEvent', ...change, redraw } : null;
    }
    case 'LINK_DECLARED':
    case 'LINK_REJECTED':
    case 'DECISION_WITHDRAWN': {
      const decided = ground.decisions.get(event.subject);
      return decided ? { typeName: 'DecisionEvent', ...change, ...decided } : null;
    }
    case 'DIVISION_ADDED':
    case 'DIVISION_CHANGED':
      return divisionEventOf(event, change);
  }
}

function unitEventOf(event: LogEvent, change: GridChange, { units }: GroundOnRecord): UnitEvent | null {
  const { divisionCode } = event;
  const onRecord = units.get(event.subject);
  if (change.kind === 'UNIT_RETIRED') {
    if (!onRecord) return null;
    const { redraw: redrawId, effectiveFrom } = event.payload as unknown as ToldRetirement;
    return { typeName: 'UnitEvent', ...change, ...onRecord, divisionCode, redrawId, effectiveFrom };
  }
  const told = event.payload as unknown as ToldUnit;
  // Nothing is believed any more of a unit that was taken back before its first day; the event still tells which it was.
  const { unit, successors, predecessors } = onRecord ?? { unit: unitOfEvent(event, told), successors: [], predecessors: [] };
  const { redraw: redrawId, validFrom: effectiveFrom } = told;
  return { typeName: 'UnitEvent', ...change, unit, successors, predecessors, divisionCode, redrawId, effectiveFrom };
}

function unitOfEvent({ subject, department, divisionCode }: LogEvent, told: ToldUnit): LineageUnit {
  const { layer: layerKey, localId, generation, name, validFrom, validTo } = told;
  return { uuid: subject, layerKey, department, localId, generation, name, divisionCode, areaM2: null, validFrom, validTo };
}

function linksEventOf({ subject, payload }: LogEvent, change: GridChange, { units }: GroundOnRecord): LinksEvent | null {
  if (change.kind === 'CROSSWALK_PUBLISHED')
    return { typeName: 'LinksEvent', ...change, unit: null, towards: [], ofEveryUnit: payload['scope'] === 'FULL' };
  const onRecord = units.get(subject);
  if (!onRecord) return null;
  return { typeName: 'LinksEvent', ...change, unit: onRecord.unit, towards: payload['towards'] as readonly LayerKey[], ofEveryUnit: false };
}

function divisionEventOf({ divisionCode, payload }: LogEvent, change: GridChange): DivisionEvent {
  const { parent: parentCode, ...told } = payload as unknown as Pick<DivisionEvent, 'name' | 'validFrom' | 'validTo'> & {
    readonly level: DivisionLevel;
    readonly parent: DivisionCode | null;
  };
  return { typeName: 'DivisionEvent', ...change, ...told, code: divisionCode!, parentCode };
}
