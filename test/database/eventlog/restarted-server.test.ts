import { cityIndexMigrations } from '../../../migrations/city-index/index.js';
import { transactionsOn } from '../../../src/database/in-transaction.js';
import { openDatabase } from '../../../src/database/open-database.js';
import { runMigrations } from '../../../src/database/run-migrations.js';
import { sqlOf } from '../../../src/database/sql.js';
import { append } from '../../../src/eventlog/append.js';
import { PostgresEventLog } from '../../../src/eventlog/postgres-event-log.js';
import { silentLog } from '../../../src/kernel/log.js';
import { OwnServer } from '../../support/database/own-server.js';
import { anEvent } from '../../support/eventlog/an-event.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aSequencerProcess } from '../../support/eventlog/sequencer-process.js';
import { take } from '../../support/eventlog/take.js';

test('F06: a subscription loses and doubles nothing of what was acknowledged while the database is restarted', async () => {
  const server = await OwnServer.start();
  const url = server.url();
  const source = await openDatabase({
    name: 'city-index',
    url,
    entities: [],
    migrations: cityIndexMigrations,
    log: silentLog,
    poolSize: 5,
  });
  await runMigrations(source);
  const { sequencer } = aSequencerProcess(url);
  const log = await PostgresEventLog.open({ sql: sqlOf(source), url, log: silentLog });
  try {
    const { epoch } = await log.head();
    const subscription = log.subscribe({ after: await log.head() });
    const acknowledged: string[] = [];
    const asked: string[] = [];
    const write = async (): Promise<boolean> => {
      const event = anEvent();
      asked.push(event.eventId!);
      const isKept = await transactionsOn(source)((sql) => append(sql, [event])).then(
        () => true,
        () => false,
      );
      if (isKept) acknowledged.push(event.eventId!);
      return isKept;
    };
    for (let left = 20; left > 0; left -= 1) await write();
    await server.stop();
    await write();
    await server.startAgain();
    await eventually('writing goes on', write);
    for (let left = 20; left > 0; left -= 1) await write();

    const received = (await take(subscription, acknowledged.length)).map(({ eventId }) => eventId);
    expect(received).toEqual(acknowledged);
    expect(asked.length).toBeGreaterThan(acknowledged.length);
    expect(await log.head()).toEqual({ epoch, position: acknowledged.length, oldest: 1 });
  } finally {
    await log.close();
    await sequencer.stop();
    await source.destroy();
    await server.remove();
  }
}, 120_000);
