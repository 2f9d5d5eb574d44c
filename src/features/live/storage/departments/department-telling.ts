import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import { CityError } from '../../../../kernel/city-error.js';
import { dataClasses, type Scope } from '../../../../kernel/scope.js';
import { readsOwner } from '../../../../kernel/within-scope.js';
import type { OfficeState } from '../../../intake/index.js';
import type { DepartmentEvent } from '../../departments/department-event.js';
import type { DepartmentEventConditions } from '../../departments/ports.js';
import type { Showing, Telling } from '../streams/telling.js';

/** What `DEPARTMENT_STATE_CHANGED` tells; instants as JSON has them. */
interface ToldState {
  readonly state: OfficeState;
  readonly from: OfficeState | null;
  readonly since: string;
  readonly asOf: string | null;
}

/** Tells of changes of offices' states. */
export class DepartmentTelling implements Telling<DepartmentEvent> {
  readonly filter: EventFilter;

  /** Throws `BAD_USER_INPUT` where no office is asked for. */
  constructor({ departments }: DepartmentEventConditions) {
    if (departments?.length === 0) throw withoutOffices();
    this.filter = { topics: ['department'], kinds: ['DEPARTMENT_STATE_CHANGED'], ...(departments ? { departments } : {}) };
  }

  show(_events: readonly LogEvent[], scope: Scope): Promise<Showing<DepartmentEvent>> {
    return Promise.resolve((event, cursor) => departmentEventOf(event, cursor, scope));
  }
}

function departmentEventOf(
  { eventId, position, occurredAt, recordedAt, ...event }: LogEvent,
  cursor: string,
  scope: Scope,
): DepartmentEvent {
  const department = event.department!;
  const { state, from, since, asOf } = event.payload as unknown as ToldState;
  // An office none of whose data is read looks like one that never brought any, as in the query departments.
  const isRead = dataClasses.some((dataClass) => readsOwner(scope, dataClass, department));
  return {
    ...{ typeName: 'DepartmentEvent', cursor, eventId, position, department, state, from, occurredAt, recordedAt },
    ...{ since: new Date(since), asOf: asOf === null || !isRead ? null : new Date(asOf) },
  };
}

function withoutOffices(): CityError {
  return new CityError({
    code: 'BAD_USER_INPUT',
    message: 'where.department: expected at least one office, got none.',
    messageZh: 'where.department：至少一个部门，收到零个。',
    hint: 'Leave it out for all offices.',
  });
}
