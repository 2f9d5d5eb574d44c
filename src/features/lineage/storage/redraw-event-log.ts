import { append } from '../../../eventlog/append.js';
import type { NewEvent } from '../../../eventlog/event.js';
import type { DepartmentCode } from '../../../kernel/ids.js';
import { globalId } from '../../../kernel/ids.js';
import type { Sql } from '../../../kernel/sql.js';
import type { RedrawEvents, RetiredUnit } from '../ports.js';
import type { Redraw } from '../redraw.js';

/** Tells the event log what redraws do; holders of an old id learn from UNIT_RETIRED what takes its place. */
export class RedrawEventLog implements RedrawEvents {
  notified(sql: Sql, redraw: Redraw, departments: readonly DepartmentCode[], at: Date): Promise<void> {
    return append(sql, [{ ...eventOf(redraw, at), kind: 'REDRAW_NOTIFIED', payload: { ...factsOf(redraw), departments } }]);
  }

  filed(sql: Sql, redraw: Redraw, retired: readonly RetiredUnit[], at: Date): Promise<void> {
    const filed = { ...eventOf(redraw, at), kind: 'REDRAW_FILED', payload: factsOf(redraw) };
    return append(sql, [filed, ...retired.map((one) => retirementOf(one, redraw, at))]);
  }
}

function eventOf({ uuid, version }: Redraw, occurredAt: Date): Omit<NewEvent, 'kind' | 'payload'> {
  return { topic: 'grid', subject: uuid, version, department: null, divisionCode: null, occurredAt };
}

function factsOf({ uuid, layerKey, effectiveFrom, ends, begins }: Redraw): NewEvent['payload'] {
  const idsOf = (units: Redraw['ends']): readonly string[] => units.map(({ localId }) => localId);
  return { redraw: globalId('Redraw', uuid), layer: layerKey, effectiveFrom, ends: idsOf(ends), begins: idsOf(begins) };
}

function retirementOf({ unit, department, successors }: RetiredUnit, redraw: Redraw, at: Date): NewEvent {
  const { layerKey, effectiveFrom, uuid } = redraw;
  return {
    ...eventOf(redraw, at),
    kind: 'UNIT_RETIRED',
    subject: unit.uuid,
    department,
    divisionCode: unit.divisionCode,
    payload: {
      redraw: globalId('Redraw', uuid),
      layer: layerKey,
      localId: unit.localId,
      name: unit.name,
      effectiveFrom,
      successors: successors.map(({ localId, weight }) => ({ localId, weight })),
    },
  };
}
