import { append } from '../../../src/eventlog/append.js';
import { PostgresReader } from '../../../src/eventlog/postgres-reader.js';
import { numbered, numbersOf, range } from '../../support/eventlog/an-event.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aSequencerProcess, type SequencerProcess } from '../../support/eventlog/sequencer-process.js';
import { wholeLog } from '../../support/eventlog/whole-log.js';

describe('of several sequencers', () => {
  let index: TestCityIndex;
  let reader: PostgresReader;
  let processes: SequencerProcess[];
  beforeEach(async () => {
    index = await aCityIndex();
    reader = new PostgresReader(index.sql);
    processes = [aSequencerProcess(index.url), aSequencerProcess(index.url), aSequencerProcess(index.url)];
  });
  afterEach(async () => {
    await Promise.all(processes.map((process) => process.sequencer.stop()));
    await index.drop();
  });

  const leaders = (): readonly SequencerProcess[] => processes.filter((process) => process.sequencer.leading);
  const aLeader = async (): Promise<SequencerProcess> => {
    await eventually('one leads', () => leaders().length === 1);
    return leaders()[0]!;
  };
  /** Ends the connection that holds the lead, if any does, and waits until it is gone; says whether there was one. */
  const cutTheLeader = async (): Promise<boolean> => {
    const cut = await index.sql.query(`
      select pg_terminate_backend(pid, 10000) from pg_locks
       where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`);
    return cut.length > 0;
  };
  const write = (count: number, from: number): Promise<void> => index.transaction((sql) => append(sql, numbered(count, from)));
  const moved = (position: number): Promise<void> =>
    eventually(`${position} events are in the log`, async () => (await reader.head()).position >= position);

  test('exactly one leads', async () => {
    await aLeader();
    await write(1, 1);
    await moved(1);

    expect(leaders()).toHaveLength(1);
  });

  test('another takes over when the leader is killed', async () => {
    const first = await aLeader();
    await write(2, 1);
    await moved(2);

    await first.kill();
    await write(2, 3);
    await moved(4);

    expect(await aLeader()).not.toBe(first);
    expect(numbersOf(await wholeLog(reader))).toEqual([1, 2, 3, 4]);
  });

  test('another takes over when the leader stops in order', async () => {
    const first = await aLeader();

    await first.sequencer.stop();
    await write(1, 1);
    await moved(1);

    expect(await aLeader()).not.toBe(first);
  });

  test('another takes over when the leader falls silent without closing its connection', async () => {
    const first = await aLeader();

    first.freeze();
    await write(2, 1);
    await moved(2);

    expect(leaders().filter((process) => process !== first)).toHaveLength(1);
    expect(numbersOf(await wholeLog(reader))).toEqual([1, 2]);
  });

  test('no event is lost or doubled while leaders are cut off again and again', async () => {
    let isWriting = true;
    let written = 0;
    const writing = (async () => {
      for (; isWriting; written += 7) await write(7, written + 1);
    })();
    for (const cut of range(1, 6)) {
      const before = (await reader.head()).position;
      await eventually(`the log grows before cut ${cut}`, async () => (await reader.head()).position > before);
      await eventually('somebody leads and is cut off', cutTheLeader);
    }
    isWriting = false;
    await writing;
    await moved(written);

    const log = await wholeLog(reader);
    expect(log.map((event) => event.position)).toEqual(range(1, written));
    expect(numbersOf(log)).toEqual(range(1, written));
  });
});
