import { eventSink } from '../../../src/eventlog/append.js';
import { PostgresEventLog } from '../../../src/eventlog/postgres-event-log.js';
import { Sequencer } from '../../../src/eventlog/sequencer.js';
import { sessionsAt } from '../../../src/eventlog/session.js';
import { renewEpoch } from '../../../src/eventlog/stream-epoch.js';
import { silentLog } from '../../../src/kernel/log.js';
import { aCityIndex } from './city-index.js';
import type { BenchOptions, EventLogBench } from './event-log-bench.js';

/** The tables of a fresh city index, with one sequencer at work. */
export async function postgresBench(options: BenchOptions = {}): Promise<EventLogBench> {
  const index = await aCityIndex();
  const sequencer = new Sequencer({ open: sessionsAt(index.url), log: silentLog });
  sequencer.start();
  const log = await PostgresEventLog.open({ sql: index.sql, url: index.url, log: silentLog, ...options });
  return {
    log,
    transaction: (work) => index.transaction((sql) => work(eventSink(sql))),
    renewEpoch: () => renewEpoch(index.sql),
    drop: (upTo) =>
      index.transaction(async (sql) => {
        await sql.query('delete from event_log where position <= $1', [upTo]);
        await sql.query('update event_stream set oldest = $1', [upTo + 1]);
      }),
    close: async () => {
      await log.close();
      await sequencer.stop();
      await index.drop();
    },
  };
}
