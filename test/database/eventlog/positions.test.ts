import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { append } from '../../../src/eventlog/append.js';
import { InboxFloor } from '../../../src/eventlog/inbox-floor.js';
import { leaderSettings, moveInbox } from '../../../src/eventlog/move-inbox.js';
import { PostgresReader } from '../../../src/eventlog/postgres-reader.js';
import { withClient } from '../../support/database/with-client.js';
import { anEvent, numbered, numbersOf, range } from '../../support/eventlog/an-event.js';
import { aCityIndex, type TestCityIndex } from '../../support/eventlog/city-index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aSequencerProcess, type SequencerProcess } from '../../support/eventlog/sequencer-process.js';
import { wholeLog } from '../../support/eventlog/whole-log.js';

describe('positions in the event log', () => {
  let index: TestCityIndex;
  let reader: PostgresReader;
  let leader: SequencerProcess;
  beforeEach(async () => {
    index = await aCityIndex();
    reader = new PostgresReader(index.sql);
    leader = aSequencerProcess(index.url);
  });
  afterEach(async () => {
    await leader.sequencer.stop();
    await index.drop();
  });

  const position = async (): Promise<number> => (await reader.head()).position;
  const inboxIsEmpty = async (): Promise<boolean> =>
    (await index.sql.query<{ empty: boolean }>('select not exists (select from event_inbox) as empty'))[0]?.empty ?? false;

  /** Blocks that the leader touches for a statement. */
  const blocksRead = (statement: string): Promise<number> =>
    withClient(index.url, async (client) => {
      await client.query(leaderSettings);
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Readonly<Record<string, number>> }[] }>(
        `explain (analyze, buffers, format json) ${statement}`,
      );
      const { Plan: plan } = rows[0]!['QUERY PLAN'][0]!;
      return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
    });

  test('are dense under 16 writers of whom every third changes its mind', async () => {
    const kept: string[] = [];
    await Promise.all(
      range(1, 16).map(async (writer) => {
        for (const round of range(1, 30)) {
          const events = numbered(1 + ((writer + round) % 4));
          const outcome = index.transaction(async (sql) => {
            await append(sql, events);
            await nextTurn();
            if ((writer + round) % 3 === 0) throw new Error('changed my mind');
          });
          await outcome.then(
            () => kept.push(...events.map((event) => event.eventId!)),
            () => undefined,
          );
        }
      }),
    );
    await eventually('the inbox is empty', inboxIsEmpty);

    const log = await wholeLog(reader);
    expect(log.map((event) => event.position)).toEqual(range(1, kept.length));
    expect(log.map((event) => event.eventId).sort()).toEqual(kept.sort());
  });

  test("follow the versions of a subject that many writers change, each behind the other's row lock", async () => {
    const subjects = range(1, 3).map(() => randomUUID());
    await index.sql.query('create table thing (id uuid primary key, version int not null)');
    await index.sql.query('insert into thing select id, 0 from unnest($1::uuid[]) as id', [subjects]);

    await Promise.all(
      range(1, 12).flatMap(() =>
        subjects.map(async (subject) => {
          for (let round = 0; round < 10; round += 1) {
            await index.transaction(async (sql) => {
              const [thing] = await sql.query<{ version: number }>(
                'update thing set version = version + 1 where id = $1 returning version',
                [subject],
              );
              await append(sql, [anEvent({ subject, version: thing!.version })]);
            });
          }
        }),
      ),
    );
    await eventually('the inbox is empty', inboxIsEmpty);

    const log = await wholeLog(reader);
    for (const subject of subjects) {
      expect(log.filter((event) => event.subject === subject).map((event) => event.version)).toEqual(range(1, 120));
    }
  });

  test('are given at once although a transaction stands open in the same or another database; its own events come when it commits', async () => {
    const other = await aCityIndex();
    await other.transaction(async (elsewhere) => {
      await append(elsewhere, numbered(1, 900));
      await index.transaction(async (sql) => {
        await append(sql, numbered(2, 1));
        for (const nth of range(3, 12)) {
          await index.transaction((sqlOfAnother) => append(sqlOfAnother, numbered(1, nth)));
          await eventually(`event ${nth} is in the log`, async () => (await position()) === nth - 2);
        }
      });
    });
    await eventually('all are in the log', async () => (await position()) === 12);

    expect(numbersOf(await wholeLog(reader))).toEqual([...range(3, 12), 1, 2]);
    await other.drop();
  });

  test('are given while a backup reads, and what its snapshot keeps from vacuum is not read past again', async () => {
    await leader.sequencer.stop();
    await withClient(index.url, async (backup) => {
      await backup.query('begin isolation level repeatable read');
      await backup.query('select from event_stream');
      await index.transaction((sql) => append(sql, numbered(5_000)));
      const floor = new InboxFloor();

      // Any transaction of the cluster that draws ids may hold the floor down for as long as it runs.
      await eventually('the floor is above all events', async () => {
        await moveInbox(index.sql, { batch: 1_000, floor, month: '2026-11-01' });
        return floor.id === 5_000n;
      });

      expect(numbersOf(await wholeLog(reader))).toEqual(range(1, 5_000));
      expect(await blocksRead(`select id from event_inbox where id > ${floor.id} order by id limit 1000`)).toBeLessThan(10);
      expect(await blocksRead('select id from event_inbox where id > 0 order by id limit 1000')).toBeGreaterThan(50);
    });
  });

  test('are given on the wake-up, without waiting for the poll', async () => {
    await eventually('the first leads', () => leader.sequencer.leading);
    await leader.sequencer.stop();
    leader = aSequencerProcess(index.url, { pollMs: 600_000 });
    await eventually('it leads', () => leader.sequencer.leading);

    for (const nth of range(1, 5)) {
      await index.transaction((sql) => append(sql, numbered(1, nth)));
      await eventually(`event ${nth} is in the log`, async () => (await position()) === nth);
    }
  });

  test('are given by the poll when the wake-up is lost', async () => {
    await leader.sequencer.stop();
    leader = aSequencerProcess(index.url, { pollMs: 100 });

    for (const nth of range(1, 5)) {
      await index.sql.query(`
        insert into event_inbox (event_id, topic, kind, subject, version, payload, occurred_at)
        values (gen_random_uuid(), 'matter', 'reported', gen_random_uuid(), 1, '{}', now())`);
      await eventually(`event ${nth} is in the log`, async () => (await position()) === nth);
    }
  });

  test('can be given by an ordinary role that owns the tables', async () => {
    await leader.sequencer.stop();
    const role = `keeper_${randomUUID().slice(0, 8)}`;
    await index.sql.query(`create role ${role} login password 'only in this test' nosuperuser`);
    for (const table of ['event_inbox', 'event_log', 'event_stream']) await index.sql.query(`alter table ${table} owner to ${role}`);
    const url = Object.assign(new URL(index.url), { username: role, password: 'only in this test' }).href;
    leader = aSequencerProcess(url);

    await index.transaction((sql) => append(sql, numbered(1)));

    await eventually('the event is in the log', async () => (await position()) === 1);
    await leader.sequencer.stop();
    await index.sql.query(`reassign owned by ${role} to current_user`);
    await index.sql.query(`drop role ${role}`);
  });
});
