import type { LogEvent } from '../../../../eventlog/event.js';
import type { EventFilter } from '../../../../eventlog/event-filter.js';
import type { Scope } from '../../../../kernel/scope.js';

/** What an event is told as to its reader, with the cursor after it; null where the reader does not want it or may not see what it is about. */
export type Showing<Told> = (event: LogEvent, cursor: string) => Told | null;

/** How one kind of subscription makes deliveries of events of the log. An event makes one delivery at most, as a cursor lies between events. */
export interface Telling<Told> {
  /** What the log itself can leave out; it lets through more than is wanted, never less. */
  readonly filter: EventFilter;
  /** Looks up at once what some events are about, as it is now and as the scope shows it. */
  show(events: readonly LogEvent[], scope: Scope): Promise<Showing<Told>>;
}
