import type { EventTopic, LogEvent } from './event.js';

/** What events are wanted by: those that satisfy every member given; an empty list wants none, a member left out wants all. */
export interface EventConditions {
  readonly topics?: readonly EventTopic[];
  readonly kinds?: readonly string[];
  /** UUIDs. */
  readonly subjects?: readonly string[];
  readonly departments?: readonly string[];
  /** Beginnings of division codes, whole level segments, e.g. `3602` for a city; an event without division is not wanted. */
  readonly divisionPrefixes?: readonly string[];
}

/** Which events are wanted. */
export interface EventFilter extends EventConditions {
  /** Events that satisfy this are wanted as well. */
  readonly or?: EventConditions;
}

/** Whether `filter` wants `event`; the stores' own filtering says exactly the same. */
export function wants(filter: EventFilter, event: LogEvent): boolean {
  return satisfies(filter, event) || (filter.or !== undefined && satisfies(filter.or, event));
}

function satisfies(filter: EventConditions, event: LogEvent): boolean {
  return (
    holds(filter.topics, event.topic) &&
    holds(filter.kinds, event.kind) &&
    holds(filter.subjects, event.subject) &&
    holds(filter.departments, event.department) &&
    isUnder(filter.divisionPrefixes, event.divisionCode)
  );
}

function holds(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function isUnder(prefixes: readonly string[] | undefined, code: string | null): boolean {
  return prefixes === undefined || (code !== null && prefixes.some((prefix) => code.startsWith(prefix)));
}
