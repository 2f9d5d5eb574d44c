import { randomUUID } from 'node:crypto';

import type { LogEvent } from '../../src/eventlog/event.js';
import type { EventFilter } from '../../src/eventlog/event-filter.js';
import type { EventLog, EventPage, StreamPoint } from '../../src/eventlog/event-log.js';
import { anEvent, numbered, numbersOf, range } from '../support/eventlog/an-event.js';
import { type BenchOptions, type EventLogBench, memoryBench } from '../support/eventlog/event-log-bench.js';
import { eventually } from '../support/eventlog/eventually.js';
import { postgresBench } from '../support/eventlog/postgres-bench.js';
import { take } from '../support/eventlog/take.js';

const implementations: readonly (readonly [string, (options?: BenchOptions) => Promise<EventLogBench>])[] = [
  ['in memory', memoryBench],
  ['in the city index', postgresBench],
];

describe.each(implementations)('the event log %s', (_where, open) => {
  let bench: EventLogBench;
  let log: EventLog;
  beforeEach(async () => {
    bench = await open();
    log = bench.log;
  });
  afterEach(() => bench.close());

  const write = (count: number, from = 1): Promise<void> => bench.transaction((sink) => sink.append(numbered(count, from)));
  const grown = (position: number): Promise<void> =>
    eventually(`the log holds ${position} events`, async () => (await log.head()).position >= position);
  const beginning = async (): Promise<StreamPoint> => ({ epoch: (await log.head()).epoch, position: 0 });

  test('is empty at first', async () => {
    expect(await log.head()).toEqual({ epoch: expect.stringMatching(/^[0-9a-f-]{36}$/), position: 0, oldest: 1 });
    expect(await log.after(0, 100)).toMatchObject({ events: [], upTo: 0, head: 0 });
  });

  test('keeps an event exactly as it was written', async () => {
    const written = anEvent({
      kind: 'accepted',
      version: 7,
      department: null,
      divisionCode: null,
      payload: { title: '路灯不亮 𠮷 "\\', weights: [0.1, -1e-9, 12345678901], nested: { none: null, yes: true } },
    });

    await bench.transaction((sink) => sink.append([written]));
    await grown(1);

    const [event] = (await log.after(0, 10)).events;
    expect(event).toEqual({ ...written, position: 1, epoch: (await log.head()).epoch, recordedAt: expect.any(Date) });
  });

  test('names an event that its writer left without a name', async () => {
    const { topic, kind, subject, version, department, divisionCode, payload, occurredAt } = anEvent();

    await bench.transaction((sink) => sink.append([{ topic, kind, subject, version, department, divisionCode, payload, occurredAt }]));
    await grown(1);

    expect((await log.after(0, 10)).events).toMatchObject([{ eventId: expect.stringMatching(/^[0-9a-f-]{36}$/), visibleTo: null }]);
  });

  test('takes an empty list of events as nothing', async () => {
    await bench.transaction((sink) => sink.append([]));
    await write(1);
    await grown(1);

    expect((await log.head()).position).toBe(1);
  });

  test('gives the events of a transaction dense positions in the order of writing', async () => {
    await bench.transaction(async (sink) => {
      await sink.append(numbered(2_500));
      await sink.append(numbered(500, 2_501));
    });
    await grown(3_000);

    const pages = [await log.after(0, 1_000), await log.after(1_000, 1_000), await log.after(2_000, 1_000)];
    const events = pages.flatMap((page) => page.events);
    expect(events.map((event) => event.position)).toEqual(range(1, 3_000));
    expect(numbersOf(events)).toEqual(range(1, 3_000));
  });

  test('empties in place what it says of subjects that are withdrawn, and keeps positions and cursors', async () => {
    const secret = anEvent({ version: 7, visibleTo: 'PETITION', payload: { state: 'ACCEPTED' } });
    const others = numbered(2);
    const sameSubject = anEvent({ topic: 'element', subject: secret.subject });
    await bench.transaction((sink) => sink.append([others[0]!, secret, sameSubject, others[1]!]));
    await grown(4);
    const [, before] = (await log.after(0, 10)).events;

    await bench.transaction((sink) => sink.withdraw('matter', [secret.subject]));

    const { events } = await log.after(0, 10);
    expect(events.map((event) => [event.position, event.topic, event.eventId])).toEqual([
      [1, 'matter', others[0]!.eventId],
      [2, 'withdrawn', expect.any(String)],
      [3, 'element', sameSubject.eventId],
      [4, 'matter', others[1]!.eventId],
    ]);
    const nobody = '00000000-0000-0000-0000-000000000000';
    const nothing = { kind: 'WITHDRAWN', subject: nobody, version: 0, department: null, divisionCode: null, visibleTo: null, payload: {} };
    expect(events[1]).toEqual({
      ...before,
      ...nothing,
      topic: 'withdrawn',
      eventId: expect.not.stringMatching(secret.eventId!),
      occurredAt: before!.recordedAt,
    });
    expect((await log.after(0, 10, { topics: ['matter'] })).events.map(({ position }) => position)).toEqual([1, 4]);
  });

  test('empties events of the same transaction too, and nothing where that is rolled back', async () => {
    const [kept, secret] = [anEvent(), anEvent()];
    await bench.transaction((sink) => sink.append([kept]));
    await bench.transaction(async (sink) => {
      await sink.append([secret]);
      await sink.withdraw('matter', [secret.subject]);
    });
    const changedMind = bench.transaction(async (sink) => {
      await sink.withdraw('matter', [kept.subject]);
      throw new Error('changed my mind');
    });
    await expect(changedMind).rejects.toThrow('changed my mind');
    await grown(2);

    expect((await log.after(0, 10)).events.map(({ topic, subject }) => [topic, subject])).toEqual([
      ['matter', kept.subject],
      ['withdrawn', '00000000-0000-0000-0000-000000000000'],
    ]);
  });

  test('holds nothing of a transaction that was rolled back, not even a hole', async () => {
    await write(1, 1);
    await expect(
      bench.transaction(async (sink) => {
        await sink.append(numbered(3, 100));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await write(1, 2);
    await grown(2);

    expect(numbersOf((await log.after(0, 10)).events)).toEqual([1, 2]);
  });

  test('loses nothing of a transaction that began first and committed last', async () => {
    const laterCommitted = new Promise<void>((resolve, reject) => {
      void bench
        .transaction(async (sink) => {
          await sink.append(numbered(2, 1));
          await write(2, 3);
          await grown(2);
        })
        .then(resolve, reject);
    });
    await laterCommitted;
    await grown(4);

    expect(numbersOf((await log.after(0, 10)).events)).toEqual([3, 4, 1, 2]);
  });

  test('gives, after any position, exactly the rest, a page at a time', async () => {
    await write(10);
    await grown(10);

    const page = await log.after(4, 3);
    expect({ ...page, events: numbersOf(page.events) }).toEqual({
      epoch: (await log.head()).epoch,
      events: [5, 6, 7],
      upTo: 7,
      head: 10,
      oldest: 1,
    });
    expect(await log.after(10, 3)).toMatchObject({ events: [], upTo: 10, head: 10 });
    expect(await log.after(99, 3)).toMatchObject({ events: [], head: 10 });
  });

  describe('reading with a filter', () => {
    const subject = randomUUID();
    const known: readonly LogEvent['payload'][] = [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }];
    beforeEach(async () => {
      await bench.transaction((sink) =>
        sink.append([
          anEvent({ payload: known[0]!, topic: 'matter', kind: 'reported', department: 'PETITION', divisionCode: '360202001001' }),
          anEvent({ payload: known[1]!, topic: 'matter', kind: 'accepted', department: null, divisionCode: '360203', subject }),
          anEvent({ payload: known[2]!, topic: 'grid', kind: 'split', department: 'CIVIL_AFFAIRS', divisionCode: null }),
          anEvent({ payload: known[3]!, topic: 'link', kind: 'accepted', department: 'PETITION', divisionCode: '360202' }),
        ]),
      );
      await grown(4);
    });

    test.each<readonly [string, EventFilter, readonly number[]]>([
      ['nothing asked', {}, [1, 2, 3, 4]],
      ['topics', { topics: ['grid', 'link'] }, [3, 4]],
      ['kinds', { kinds: ['accepted'] }, [2, 4]],
      ['a subject', { subjects: [subject] }, [2]],
      ['offices', { departments: ['PETITION', 'CIVIL_AFFAIRS'] }, [1, 3, 4]],
      ['a division and what lies in it', { divisionPrefixes: ['360202'] }, [1, 4]],
      ['a city', { divisionPrefixes: ['3602'] }, [1, 2, 4]],
      ['wildcards, which are letters like any other', { divisionPrefixes: ['36020_', '%'] }, []],
      ['two members at once', { topics: ['matter'], divisionPrefixes: ['360202'] }, [1]],
      ['an empty list', { topics: [] }, []],
      ['either of two conditions', { topics: ['matter'], departments: ['PETITION'], or: { topics: ['grid'] } }, [1, 3]],
      ['an alternative of two members', { topics: ['grid'], or: { topics: ['link'], divisionPrefixes: ['360203'] } }, [3]],
      ['an alternative alone, beside an empty list', { topics: [], or: { subjects: [subject] } }, [2]],
    ])('by %s', async (_by, filter, expected) => {
      const page = await log.after(0, 100, filter);
      expect(numbersOf(page.events)).toEqual(expected);
      expect(page.upTo).toBe(4);

      const subscription = log.subscribe({ after: await beginning(), filter });
      expect(numbersOf(await take(subscription, expected.length))).toEqual(expected);
      await subscription.return();
    });

    test('a full page ends at its last event', async () => {
      expect(await log.after(0, 1, { departments: ['PETITION'] })).toMatchObject({ events: [{ position: 1 }], upTo: 1 });
    });
  });

  describe('a subscription', () => {
    test('from now on gets what comes, and nothing of before', async () => {
      await write(3);
      await grown(3);
      const subscription = log.subscribe({ after: await log.head() });
      const first = subscription.next();

      await write(2, 4);

      expect(numbersOf([(await first).value!, ...(await take(subscription, 1))])).toEqual([4, 5]);
    });

    test('from the beginning gets what was and what comes, without hole and without double', async () => {
      await write(2_000);
      await grown(2_000);
      const subscription = log.subscribe({ after: await beginning() });
      const taking = take(subscription, 6_000);

      for (let from = 2_001; from < 6_000; from += 100) await write(100, from);

      expect(numbersOf(await taking)).toEqual(range(1, 6_000));
      expect(subscription.position).toBe(6_000);
    });

    test('resumed from any point gets exactly the rest', async () => {
      await write(12);
      await grown(12);
      const { epoch } = await log.head();

      for (const position of range(0, 12)) {
        const subscription = log.subscribe({ after: { epoch, position } });
        expect(numbersOf(await take(subscription, 12 - position))).toEqual(range(position + 1, 12));
        await subscription.return();
      }
    });

    test('knows how far it is although nothing that came was wanted', async () => {
      const subscription = log.subscribe({ after: await log.head(), filter: { topics: ['link'] } });
      void subscription.next();

      await write(5);

      await eventually('the subscription stands at 5', () => subscription.position === 5);
    });

    test('counts an event as taken when it was handed out, not when it was queued', async () => {
      await write(3);
      await grown(3);
      const subscription = log.subscribe({ after: await beginning() });

      await take(subscription, 1);

      expect(subscription.position).toBe(1);
    });

    test('ends when it is returned, a waiting step included, and is forgotten', async () => {
      const subscription = log.subscribe({ after: await log.head() });
      const waiting = subscription.next();
      expect(log.subscribers).toBe(1);

      await subscription.return();

      expect(await waiting).toEqual({ done: true, value: undefined });
      expect(await subscription.next()).toEqual({ done: true, value: undefined });
      expect({ endedBy: subscription.endedBy, subscribers: log.subscribers }).toEqual({ endedBy: 'returned', subscribers: 0 });
    });

    test('ends when a loop over it is left', async () => {
      await write(2);
      await grown(2);
      const subscription = log.subscribe({ after: await beginning() });

      for await (const event of subscription) {
        expect(event.position).toBe(1);
        break;
      }

      expect(log.subscribers).toBe(0);
    });

    test('answers steps that were asked for at once in order', async () => {
      const subscription = log.subscribe({ after: await log.head() });
      const steps = [subscription.next(), subscription.next(), subscription.next()];

      await write(3);

      expect((await Promise.all(steps)).map((step) => step.value?.position)).toEqual([1, 2, 3]);
    });

    test('ends as closed when the process closes the log', async () => {
      const subscription = log.subscribe({ after: await log.head() });
      const waiting = subscription.next();

      await log.close();

      expect((await waiting).done).toBe(true);
      expect(subscription.endedBy).toBe('closed');
    });

    test('ends as epoch-changed when the log begins another life, which old points cannot enter', async () => {
      const before = await log.head();
      const running = log.subscribe({ after: before });
      const waiting = running.next();
      await write(1);
      expect((await waiting).value?.position).toBe(1);
      const last = running.next();

      await bench.renewEpoch();
      await write(1);

      expect((await last).done).toBe(true);
      expect(running.endedBy).toBe('epoch-changed');
      const late = log.subscribe({ after: before });
      expect((await late.next()).done).toBe(true);
      expect(late.endedBy).toBe('epoch-changed');
      expect((await log.head()).epoch).not.toBe(before.epoch);
    });
  });

  describe('of which the beginning was dropped', () => {
    beforeEach(async () => {
      await write(10);
      await grown(10);
      await bench.drop(4);
    });

    test('says where it begins, in its head and in each page, and has the rest', async () => {
      expect(await log.head()).toMatchObject({ position: 10, oldest: 5 });
      const page = await log.after(4, 100);
      expect({ ...page, events: numbersOf(page.events) }).toMatchObject({ events: range(5, 10), upTo: 10, oldest: 5 });
      expect(await log.after(0, 1)).toMatchObject({ events: [{ position: 5 }], oldest: 5 });
    });

    test('a subscription from before it ends as expired, one from its edge goes on', async () => {
      const { epoch } = await log.head();
      const late = log.subscribe({ after: { epoch, position: 3 } });
      expect((await late.next()).done).toBe(true);
      expect({ endedBy: late.endedBy, position: late.position }).toEqual({ endedBy: 'expired', position: 3 });
      expect(numbersOf(await take(log.subscribe({ after: { epoch, position: 4 } }), 6))).toEqual(range(5, 10));
    });

    test('one in the midst of its back-fill ends as expired where what it comes to next has gone', async () => {
      const { epoch } = await log.head();
      await write(2_000, 11);
      await grown(2_010);
      const slow = log.subscribe({ after: { epoch, position: 4 } });
      await take(slow, 10);
      await bench.drop(1_500);
      const rest = await take(slow, 2_000);
      expect(rest.at(-1)?.position).toBe(1_004);
      expect({ endedBy: slow.endedBy, position: slow.position }).toEqual({ endedBy: 'expired', position: 1_004 });
    });
  });

  describe('with room for 50 events a subscriber', () => {
    beforeEach(async () => {
      await bench.close();
      bench = await open({ queueLimit: 50 });
      log = bench.log;
    });

    test('one that stops taking ends as lagged, may resume without loss, and nobody else notices', async () => {
      const stalled = log.subscribe({ after: await log.head() });
      const moving = log.subscribe({ after: await log.head() });
      const everything = take(moving, 1_003);
      const few = take(stalled, 3);
      await write(3);
      expect(numbersOf(await few)).toEqual([1, 2, 3]);

      for (let from = 4; from <= 1_003; from += 20) {
        await write(20, from);
        await grown(from + 19);
      }

      expect(numbersOf(await everything)).toEqual(range(1, 1_003));
      await eventually('the stalled one has ended', () => stalled.endedBy !== null);
      expect({ endedBy: stalled.endedBy, position: stalled.position, subscribers: log.subscribers }).toEqual({
        endedBy: 'lagged',
        position: 3,
        subscribers: 1,
      });
      const resumed = log.subscribe({ after: { epoch: stalled.epoch, position: stalled.position } });
      expect(numbersOf(await take(resumed, 1_000))).toEqual(range(4, 1_003));
    });

    test('one that never takes anything ends as lagged too', async () => {
      const idle = log.subscribe({ after: await log.head() });

      for (let from = 1; from <= 400; from += 40) {
        await write(40, from);
        await grown(from + 39);
      }

      await eventually('the idle one has ended', () => idle.endedBy === 'lagged');
    });

    test('one that keeps taking survives a transaction far larger than its room', async () => {
      const subscription = log.subscribe({ after: await log.head() });
      const taking = take(subscription, 5_000);

      await write(5_000);

      expect(numbersOf(await taking)).toEqual(range(1, 5_000));
    });

    test('events that are not wanted fill nobody up', async () => {
      const choosy = log.subscribe({ after: await log.head(), filter: { topics: ['link'] } });
      const first = choosy.next();

      await write(3_000);
      await bench.transaction((sink) => sink.append([anEvent({ topic: 'link' })]));

      expect((await first).value?.position).toBe(3_001);
    });
  });

  test('shows every reader at every moment a beginning of the log', async () => {
    const seen: EventPage[] = [];
    const writing = Promise.all(
      range(0, 7).map(async (writer) => {
        for (const round of range(0, 9)) await write(10, writer * 1_000 + round * 10);
      }),
    );
    while ((seen.at(-1)?.head ?? 0) < 800) seen.push(await log.after(0, 1_000));
    await writing;

    const whole = seen.at(-1)!.events.map((event) => event.eventId);
    for (const page of seen) expect(page.events.map((event) => event.eventId)).toEqual(whole.slice(0, page.head));
  });
});
