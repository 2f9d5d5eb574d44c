import type { EventLog, EventSink } from '../../../src/eventlog/event-log.js';
import { MemoryEventLog } from '../../../src/eventlog/memory-event-log.js';

/** One way to keep an event log, set up for a test: the log and what its writers and operators do. */
export interface EventLogBench {
  readonly log: EventLog;
  /** Runs `work` as one transaction. */
  transaction<Result>(work: (sink: EventSink) => Promise<Result>): Promise<Result>;
  /** What an operator does after putting old files back. */
  renewEpoch(): Promise<void>;
  /** What happens to events past keeping: everything up to a position goes. */
  drop(upTo: number): Promise<void>;
  close(): Promise<void>;
}

/** What a bench may be told. */
export interface BenchOptions {
  readonly queueLimit?: number;
}

/** The twin in memory. */
export async function memoryBench(options: BenchOptions = {}): Promise<EventLogBench> {
  const log = await MemoryEventLog.open(options);
  return {
    log,
    transaction: (work) => log.transaction(work),
    renewEpoch: () => Promise.resolve(log.renewEpoch()),
    drop: (upTo) => Promise.resolve(log.drop(upTo)),
    close: () => log.close(),
  };
}
