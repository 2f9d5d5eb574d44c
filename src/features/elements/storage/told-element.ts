import type { NewEvent } from '../../../eventlog/event.js';
import type { ElementKind } from '../element.js';

/** An element as the statement that changed it answers it. */
export interface ToldElement {
  readonly uuid: string;
  readonly elementKind: ElementKind;
  readonly department: string | null;
  readonly gridUuid: string | null;
  readonly divisionCode: string | null;
  readonly version: number;
  readonly asOf: Date;
}

/** An element that stands elsewhere now, and where it stood. */
export interface MovedElement extends ToldElement {
  readonly fromGrid: string | null;
  readonly fromDivision: string | null;
  readonly movedAt: Date;
}

/** {@link ToldElement} of the table `element`, for `returning`, under the name that the statement calls it by. */
export const toldElementColumns = (element: string): string =>
  [
    'id as uuid',
    'kind as "elementKind"',
    'department',
    'grid_id as "gridUuid"',
    'division_code as "divisionCode"',
    'version',
    'as_of as "asOf"',
  ]
    .map((column) => `${element}.${column}`)
    .join(', ');

/** The event of an element that is new or of which something else is said. */
export function arrivalOf(element: ToldElement): NewEvent {
  return { ...eventOf(element), kind: element.version === 1 ? 'ELEMENT_ADDED' : 'ELEMENT_CHANGED' };
}

/** The event of an element under which the ground was redrawn. */
export function moveOf({ fromGrid, fromDivision, movedAt, ...element }: MovedElement): NewEvent {
  const event = eventOf(element);
  return { ...event, kind: 'ELEMENT_MOVED', payload: { ...event.payload, fromGrid, fromDivision }, occurredAt: movedAt };
}

function eventOf({ uuid, elementKind, department, gridUuid, divisionCode, version, asOf }: ToldElement): Omit<NewEvent, 'kind'> {
  return { topic: 'element', subject: uuid, version, department, divisionCode, payload: { elementKind, grid: gridUuid }, occurredAt: asOf };
}
