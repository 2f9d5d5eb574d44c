import { append } from '../../../src/eventlog/append.js';
import { cursorBinding, CursorCodec, judgeResume } from '../../../src/eventlog/cursor.js';
import type { EventLog } from '../../../src/eventlog/event-log.js';
import { PostgresEventLog, type PostgresEventLogOptions } from '../../../src/eventlog/postgres-event-log.js';
import { silentLog } from '../../../src/kernel/log.js';
import { numbered, numbersOf, range } from '../../support/eventlog/an-event.js';
import { aCityIndex, aCopyOf, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aSequencerProcess, type SequencerProcess } from '../../support/eventlog/sequencer-process.js';
import { take } from '../../support/eventlog/take.js';

const codec = new CursorCodec('a secret of the city, kept');
const everything = cursorBinding({}, 'the whole city');

/** A server process: its log and its sequencer. */
interface Server {
  readonly log: EventLog;
  readonly process: SequencerProcess;
}

describe('resuming by cursor', () => {
  let index: TestCityIndex;
  let servers: Server[];
  beforeEach(async () => {
    index = await aCityIndex();
    servers = [];
  });
  afterEach(async () => {
    await Promise.all(servers.flatMap((server) => [server.log.close(), server.process.sequencer.stop()]));
    await index.drop();
  });

  const aServer = async (of = index, options: Partial<PostgresEventLogOptions> = {}): Promise<Server> => {
    const log = await PostgresEventLog.open({ sql: of.sql, url: of.url, log: silentLog, ...options });
    const server = { process: aSequencerProcess(of.url), log };
    servers.push(server);
    return server;
  };
  const write = (count: number, from: number): Promise<void> => index.transaction((sql) => append(sql, numbered(count, from)));
  const shows = (server: Server, position: number): Promise<void> =>
    eventually(`the log holds ${position} events`, async () => (await server.log.head()).position >= position);

  test('goes on without loss on another process than the one that gave the cursor', async () => {
    const [one, other] = [await aServer(), await aServer()];
    await write(50, 1);
    await shows(one, 50);
    const subscription = one.log.subscribe({ after: { ...(await one.log.head()), position: 0 } });
    expect(numbersOf(await take(subscription, 20))).toEqual(range(1, 20));
    const cursor = codec.encode(subscription, everything);
    await subscription.return();

    await write(10, 51);
    const point = codec.decode(cursor, everything);
    expect(judgeResume(point, await other.log.head())).toBe('resume');

    expect(numbersOf(await take(other.log.subscribe({ after: point }), 40))).toEqual(range(21, 60));
  });

  test('every process hears of every event', async () => {
    const all = [await aServer(), await aServer(), await aServer()];
    const after = await all[0]!.log.head();
    const taking = all.map(({ log }) => take(log.subscribe({ after }), 100));

    for (const nth of range(0, 9)) await write(10, nth * 10 + 1);

    for (const taken of await Promise.all(taking)) expect(numbersOf(taken)).toEqual(range(1, 100));
  });

  test.each<readonly [string, Partial<PostgresEventLogOptions>]>([
    ['by the wake-up alone', { pollMs: 600_000 }],
    ['by the poll alone, where it cannot listen', { url: 'postgres://nobody@127.0.0.1:1/nowhere' }],
  ])('a subscription hears of events %s', async (_how, options) => {
    const { log } = await aServer(index, options);
    const subscription = log.subscribe({ after: await log.head() });

    for (const nth of range(1, 3)) {
      const next = subscription.next();
      await write(1, nth);
      expect(numbersOf([(await next).value!])).toEqual([nth]);
    }
  });

  test('a subscription lives through the loss of all connections', async () => {
    const server = await aServer();
    const subscription = server.log.subscribe({ after: await server.log.head() });
    const taking = take(subscription, 300);
    await write(100, 1);
    await shows(server, 50);

    for (const round of range(1, 2)) {
      await index.sql.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await eventually('writing goes on', () =>
        write(100, round * 100 + 1).then(
          () => true,
          () => false,
        ),
      );
    }

    expect(numbersOf(await taking)).toEqual(range(1, 300));
  });

  test('is told apart when the cursor is of a log that was since restored elsewhere', async () => {
    const server = await aServer();
    await write(5, 1);
    await shows(server, 5);
    const cursor = codec.encode(await server.log.head(), everything);
    await Promise.all([server.log.close(), server.process.sequencer.stop()]);
    await index.close();
    const copy = await aCopyOf(index);

    const restored = await aServer(copy);

    const head = await restored.log.head();
    expect(judgeResume(codec.decode(cursor, everything), head)).toBe('other-epoch');
    expect(head.position).toBe(5);
    await copy.transaction((sql) => append(sql, numbered(1, 6)));
    expect(numbersOf(await take(restored.log.subscribe({ after: { ...head, position: 3 } }), 3))).toEqual([4, 5, 6]);
    await Promise.all([restored.log.close(), restored.process.sequencer.stop()]);
    await copy.drop();
  });

  test('is told apart when the tables were restored in place', async () => {
    const server = await aServer();
    await write(5, 1);
    await shows(server, 5);
    const before = await server.log.head();
    await Promise.all([server.log.close(), server.process.sequencer.stop()]);
    // What a restore does: the table is made anew and filled with the rows of the dump.
    await index.sql.query(`
      do $$ begin
        create table restored (like event_stream including all);
        insert into restored select * from event_stream;
        drop table event_stream;
        alter table restored rename to event_stream;
      end $$`);

    const after = await (await aServer()).log.head();

    expect(judgeResume(before, after)).toBe('other-epoch');
    expect(after.position).toBe(5);
  });

  test('goes on in the same epoch after a restart of everything', async () => {
    const server = await aServer();
    await write(5, 1);
    await shows(server, 5);
    const before = await server.log.head();
    await Promise.all([server.log.close(), server.process.sequencer.stop()]);

    const again = await aServer();

    expect(judgeResume(before, await again.log.head())).toBe('resume');
  });

  test('is told apart when what follows the cursor is no longer kept', async () => {
    const server = await aServer();
    await write(5, 1);
    await shows(server, 5);
    const { epoch } = await server.log.head();

    await index.sql.query('update event_stream set oldest = 4');

    const head = await server.log.head();
    expect(head.oldest).toBe(4);
    expect(range(1, 6).map((position) => judgeResume({ epoch, position }, head))).toEqual([
      'expired',
      'expired',
      'resume',
      'resume',
      'resume',
      'ahead',
    ]);
    await index.sql.query('update event_stream set oldest = 6');
    expect(await server.log.head()).toEqual({ epoch, position: 5, oldest: 6 });
  });
});
