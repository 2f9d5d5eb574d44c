import type { LogEvent } from '../../../src/eventlog/event.js';
import type { EventReader } from '../../../src/eventlog/event-log.js';

/** Reads the log from its first event to its present end. */
export async function wholeLog(reader: EventReader): Promise<readonly LogEvent[]> {
  const events: LogEvent[] = [];
  for (;;) {
    const page = await reader.after(events.length, 1_000);
    events.push(...page.events);
    if (page.upTo >= page.head) return events;
  }
}
