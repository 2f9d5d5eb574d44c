import type { EventReader } from '../../../src/eventlog/event-log.js';
import { MemoryStream } from '../../../src/eventlog/memory-stream.js';
import { Tail, type TailOptions } from '../../../src/eventlog/tail.js';
import { silentLog } from '../../../src/kernel/log.js';
import { numbered, numbersOf, range } from '../../support/eventlog/an-event.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { take } from '../../support/eventlog/take.js';

const never = 600_000;

describe('the tail of a process', () => {
  let stream: MemoryStream;
  let tail: Tail;
  beforeEach(() => {
    stream = new MemoryStream();
  });
  afterEach(() => tail.stop());

  const write = (count: number, from = 1): Promise<void> => stream.transaction((sink) => sink.append(numbered(count, from)));
  const startedOn = async (reader: EventReader, options: Partial<TailOptions> = {}): Promise<Tail> => {
    tail = await Tail.start({ reader, log: silentLog, pollMs: never, ...options });
    return tail;
  };

  test('repeats nothing to a subscriber that has read ahead of it', async () => {
    await startedOn(stream);
    const subscription = tail.subscribe({ after: tail.point });
    await write(5);
    expect(numbersOf(await take(subscription, 5))).toEqual(range(1, 5));
    expect(tail.point.position).toBe(0);

    const next = subscription.next();
    tail.wake();
    await eventually('the tail has read', () => tail.point.position === 5);
    await write(1, 6);
    tail.wake();

    expect((await next).value?.position).toBe(6);
  });

  test.each(['fails', 'hangs'])('F23: is not current while reading the log %s, and is again as soon as it has been read', async (fault) => {
    let isAway = false;
    const away = (): Promise<never> => (fault === 'fails' ? Promise.reject(new Error('away')) : new Promise(() => undefined));
    let back: () => void = () => undefined;
    const reader: EventReader = {
      head: () => stream.head(),
      after: (...asked) =>
        (isAway ? Promise.race([away(), new Promise<void>((resolve) => (back = resolve))]) : Promise.resolve()).then(() =>
          stream.after(...asked),
        ),
    };
    await startedOn(reader, { pollMs: 1, awayMs: 50 });
    expect(tail.isCurrent).toBe(true);

    isAway = true;
    await eventually('it is noticed', () => !tail.isCurrent);
    isAway = false;
    back();
    await eventually('it is current again', () => tail.isCurrent);
  });

  test('reads the log once, however many subscribe', async () => {
    let readings = 0;
    const counted: EventReader = {
      head: () => stream.head(),
      after: (...asked) => {
        readings += 1;
        return stream.after(...asked);
      },
    };
    await startedOn(counted);
    const subscriptions = range(1, 100).map(() => tail.subscribe({ after: tail.point }));
    const first = subscriptions.map((subscription) => subscription.next());
    await eventually('all wait at the tail', () => readings >= 101);
    readings = 0;

    await write(1);
    tail.wake();
    await Promise.all(first);

    expect(readings).toBe(1);
  });

  test('and its subscribers live through a time in which the log cannot be read', async () => {
    let isAway = false;
    const shaky: EventReader = {
      head: () => stream.head(),
      after: (...asked) => (isAway ? Promise.reject(new Error('the database is away')) : stream.after(...asked)),
    };
    await startedOn(shaky, { pollMs: 5 });
    const live = tail.subscribe({ after: tail.point });
    const taking = take(live, 4);
    await write(2);
    await eventually('two are taken', () => live.position === 2);

    isAway = true;
    const late = tail.subscribe({ after: { ...tail.point, position: 0 } });
    const takingLate = take(late, 4);
    await write(2, 3);
    isAway = false;

    expect(numbersOf(await taking)).toEqual(range(1, 4));
    expect(numbersOf(await takingLate)).toEqual(range(1, 4));
  });

  test('ends its subscribers when the log has become shorter than what was read', async () => {
    await write(5);
    let current = stream;
    const { epoch } = await stream.head();
    await startedOn({ head: () => current.head(), after: async (...asked) => ({ ...(await current.after(...asked)), epoch }) });
    const subscription = tail.subscribe({ after: tail.point });
    const next = subscription.next();

    current = new MemoryStream();
    tail.wake();

    expect((await next).done).toBe(true);
    expect(subscription.endedBy).toBe('epoch-changed');
  });

  test('does not blame a subscriber for the slowness of the log', async () => {
    const opened: (() => void)[] = [];
    const slowForSubscribers: EventReader = {
      head: () => stream.head(),
      after: async (position, limit, filter) => {
        if (filter) await new Promise<void>((resolve) => opened.push(resolve));
        return stream.after(position, limit, filter);
      },
    };
    await startedOn(slowForSubscribers, { queueLimit: 10 });
    const subscription = tail.subscribe({ after: tail.point });
    const taking = take(subscription, 60);
    await eventually('the subscriber waits for its page', () => opened.length === 1);

    for (const round of range(1, 6)) {
      await write(10, round * 10 - 9);
      tail.wake();
      await eventually('the tail has read', () => tail.point.position === round * 10);
    }
    const opening = setInterval(() => opened.shift()?.(), 1);

    expect(numbersOf(await taking)).toEqual(range(1, 60));
    clearInterval(opening);
  });

  test('takes no subscribers any more once it was stopped', async () => {
    await startedOn(stream);
    await tail.stop();

    const subscription = tail.subscribe({ after: tail.point });

    expect((await subscription.next()).done).toBe(true);
    expect({ endedBy: subscription.endedBy, subscribers: tail.subscribers }).toEqual({ endedBy: 'closed', subscribers: 0 });
  });
});
