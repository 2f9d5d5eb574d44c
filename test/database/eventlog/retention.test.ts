import { append } from '../../../src/eventlog/append.js';
import { judgeResume } from '../../../src/eventlog/cursor.js';
import { PostgresEventLog } from '../../../src/eventlog/postgres-event-log.js';
import { type Log, silentLog } from '../../../src/kernel/log.js';
import { numbered, numbersOf, range } from '../../support/eventlog/an-event.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aSequencerProcess, type SequencerProcess } from '../../support/eventlog/sequencer-process.js';
import { take } from '../../support/eventlog/take.js';

describe('the event log, month by month', () => {
  let index: TestCityIndex;
  let log: PostgresEventLog;
  let leader: SequencerProcess | null;
  let now: Date;
  let warnings: string[];
  beforeEach(async () => {
    index = await aCityIndex();
    log = await PostgresEventLog.open({ sql: index.sql, url: index.url, log: silentLog });
    leader = null;
    warnings = [];
  });
  afterEach(async () => {
    await leader?.sequencer.stop();
    await log.close();
    await index.drop();
  });

  /** The leader of that day, with the log as it leaves it; the one before it stops. */
  const on = async (day: string): Promise<void> => {
    now = new Date(`${day}T12:00:00Z`);
    await leader?.sequencer.stop();
    const noting: Log = { ...silentLog, warn: (_fields, message) => void warnings.push(message) };
    leader = aSequencerProcess(index.url, { clock: { now: () => now }, log: noting });
    await eventually('it leads', () => leader!.sequencer.leading);
  };
  const write = async (count: number, from: number): Promise<void> => {
    await index.transaction((sql) => append(sql, numbered(count, from)));
    await eventually(`event ${from + count - 1} is in the log`, async () => (await log.head()).position === from + count - 1);
  };
  /** How many events lie in each part that is there. */
  const parts = async (): Promise<Readonly<Record<string, number>>> => {
    const held = await index.sql.query<{ part: string; events: number }>(
      'select tableoid::regclass::text as part, count(*)::int as events from event_log group by 1',
    );
    const known = await index.sql.query<{ part: string }>(
      `select inhrelid::regclass::text as part from pg_inherits where inhparent = 'event_log'::regclass`,
    );
    const events = new Map(held.map((one) => [one.part, one.events]));
    return Object.fromEntries(known.map(({ part }) => [part, events.get(part) ?? 0]));
  };

  test('puts each event into the part of its month, and has those of two months ahead', async () => {
    await on('2031-01-31');
    await write(3, 1);
    now = new Date('2031-02-01T00:00:00Z');
    await write(2, 4);

    expect(await parts()).toMatchObject({ event_log_2031_01: 3, event_log_2031_02: 2, event_log_2031_03: 0, event_log_2031_04: 0 });
  });

  test('drops a month once all of it is older than it must be kept, and says from where on it goes', async () => {
    await on('2031-01-15');
    await write(3, 1);
    await on('2031-02-15');
    await write(4, 4);
    const { epoch } = await log.head();

    await on('2032-03-06');
    await write(1, 8);
    expect(await log.head()).toEqual({ epoch, position: 8, oldest: 1 });
    await on('2032-03-08');
    await write(1, 9);

    const head = await log.head();
    expect(head).toEqual({ epoch, position: 9, oldest: 4 });
    expect(await parts()).not.toHaveProperty('event_log_2031_01');
    expect([2, 3].map((position) => judgeResume({ epoch, position }, head))).toEqual(['expired', 'resume']);
    expect(numbersOf(await take(log.subscribe({ after: { epoch, position: 3 } }), 6))).toEqual(range(4, 9));
  });

  test('goes back no month when a leader’s clock does, so that what is dropped is a beginning', async () => {
    await on('2031-02-15');
    await write(1, 1);
    await on('2031-01-15');
    await write(1, 2);

    expect(await parts()).toMatchObject({ event_log_2031_01: 0, event_log_2031_02: 2 });
  });

  test('takes events of a month whose part cannot be made, and puts them into it when it can', async () => {
    await on('2031-01-15');
    await write(1, 1);
    await index.transaction(async (sql) => {
      await sql.query('lock table event_log_rest in access share mode');
      await on('2035-06-01');
      await eventually('the part cannot be made', () => warnings.length > 0);
      await write(2, 2);
    });
    expect(await parts()).toMatchObject({ event_log_rest: 2 });

    await on('2035-06-02');
    await write(1, 4);
    expect(await parts()).toMatchObject({ event_log_rest: 0, event_log_2035_06: 3 });
    expect(numbersOf((await log.after(1, 10)).events)).toEqual(range(2, 4));
  });
});
