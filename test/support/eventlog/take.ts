import type { LogEvent } from '../../../src/eventlog/event.js';

/** Takes the next `count` events, or fewer when the iterator ends before. */
export async function take(from: AsyncIterator<LogEvent>, count: number): Promise<readonly LogEvent[]> {
  const taken: LogEvent[] = [];
  while (taken.length < count) {
    const next = await from.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
