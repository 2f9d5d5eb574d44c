import { currentDeadline } from '../../../../src/database/current-deadline.js';
import { SourceGuard } from '../../../../src/database/source-guard/source-guard.js';
import { CityError } from '../../../../src/kernel/city-error.js';
import { systemClock } from '../../../../src/kernel/clock.js';
import type { Sql } from '../../../../src/kernel/sql.js';

const lost = (): CityError => new CityError({ code: 'UNAVAILABLE', fault: 'ours', message: 'The connection was lost.' });
const answers = (): Promise<readonly never[]> => Promise.resolve([]);
/** Until it is cancelled, which takes a moment. */
const neverAnswers = (): Promise<readonly never[]> =>
  new Promise((_resolve, reject) => {
    currentDeadline()?.whenPassed(() => setTimeout(() => reject(new CityError({ code: 'TIMEOUT', message: 'Cancelled.' })), 10));
  });

/** A source that does as it is told, counts what is asked of it, and is watched by a guard that waits 2 s. */
class Source {
  asked = 0;
  does: () => Promise<readonly never[]> = answers;
  readonly guard: SourceGuard;

  constructor() {
    const sql = {
      query: () => {
        this.asked += 1;
        return this.does();
      },
    } as Sql;
    this.guard = new SourceGuard({ database: { sql, transaction: (work) => work(sql) }, clock: systemClock, timeoutMs: 2_000 });
  }

  /** How a read ends: `answered`, or the code of its error. */
  read(): Promise<string> {
    return endOf(this.guard.reads.query('select 1'));
  }

  async fails(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await endOf(this.guard.sql.query('select 1'));
  }
}

function endOf(statement: Promise<unknown>): Promise<string> {
  return statement.then(
    () => 'answered',
    (thrown: CityError) => thrown.code,
  );
}

/** Lets time pass on the fake clock, timers and all. */
const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

describe('the guard of a source', () => {
  let source: Source;
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-06-01T00:00:00Z') });
    source = new Source();
  });
  afterEach(() => jest.useRealTimers());

  test('lets go after its time-out, tells the statement that it is over, and says since when the source is away', async () => {
    source.does = neverAnswers;
    const reading = source.guard.reads.query('select pg_sleep(30)').catch((thrown: unknown) => thrown);
    await pass(2_000);
    expect(await reading).toMatchObject({ code: 'UNAVAILABLE', fault: 'department', details: { since: '2026-06-01T00:00:02.000Z' } });
    expect(source.asked).toBe(1);
  });

  test('sends a read again whose connection was lost, and a statement that may write never', async () => {
    source.does = () => (source.asked === 1 ? Promise.reject(lost()) : answers());
    const reading = source.read();
    await pass(1_000);
    expect([await reading, source.asked]).toEqual(['answered', 2]);

    source.asked = 0;
    expect([await endOf(source.guard.sql.query('update x')), source.asked]).toEqual(['UNAVAILABLE', 1]);
    source.asked = 0;
    expect([await endOf(source.guard.transaction((sql) => sql.query('update x'))), source.asked]).toEqual(['UNAVAILABLE', 1]);
  });

  test('asks nothing more of a source whose reads fail, until its pause is over', async () => {
    source.does = () => Promise.reject(lost());
    await source.fails(5);
    const asked = source.asked;
    expect(source.guard.standing).toMatchObject({ state: 'OPEN', since: new Date('2026-06-01T00:00:00Z') });

    await Promise.all(Array.from({ length: 100 }, () => source.read()));
    expect(source.asked).toBe(asked);
  });

  test('counts answers that are too slow like failures', async () => {
    source.does = neverAnswers;
    for (let time = 0; time < 2; time += 1) {
      const reads = Promise.all(Array.from({ length: 3 }, () => source.read()));
      await pass(2_100);
      await reads;
    }
    expect(source.guard.standing.state).toBe('OPEN');
  });

  test('lets one read find out after the pause, for which nobody else waits, and closes when it is answered', async () => {
    source.does = () => Promise.reject(lost());
    await source.fails(5);
    let answer: () => void = () => undefined;
    source.does = () => new Promise((resolve) => (answer = () => resolve([])));
    source.asked = 0;
    await pass(source.guard.standing.nextTryAt!.getTime() - Date.now());

    const finding = source.read();
    expect(source.guard.standing.state).toBe('HALF_OPEN');
    expect(await Promise.all([source.read(), source.read()])).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
    expect(source.asked).toBe(1);

    const closed = jest.fn();
    source.guard.whenClosed(closed);
    answer();
    expect(await finding).toBe('answered');
    expect([source.guard.standing, closed.mock.calls.length]).toEqual([{ state: 'CLOSED', since: null, nextTryAt: null }, 1]);
  });

  test('doubles its pauses, by chance a half shorter, up to half a minute, and keeps since when', async () => {
    source.does = () => Promise.reject(lost());
    await source.fails(5);
    const pauses: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      const pause = source.guard.standing.nextTryAt!.getTime() - Date.now();
      pauses.push(pause);
      await pass(pause);
      await source.fails(1);
    }
    expect(pauses.map((pause, nth) => pause / Math.min(30_000, 1_000 * 2 ** nth)).every((part) => part >= 0.499 && part <= 1)).toBe(true);
    expect(source.guard.standing.since).toEqual(new Date('2026-06-01T00:00:00Z'));
  });

  test('never refuses the follower’s looks, and is closed by the first of them that goes well again', async () => {
    source.does = () => Promise.reject(lost());
    await source.fails(5);
    expect(await endOf(source.guard.looks.query('select 1'))).toBe('UNAVAILABLE');
    source.does = answers;
    expect(await endOf(source.guard.looks.query('select 1'))).toBe('answered');
    expect([source.guard.standing.state, await source.read()]).toEqual(['CLOSED', 'answered']);
  });

  test('is not closed by looks that went well all the time, since then it is the reads alone that fail', async () => {
    source.does = () => Promise.reject(lost());
    await source.fails(5);
    source.does = answers;
    await source.guard.looks.query('select 1');
    expect(source.guard.standing.state).toBe('OPEN');
  });

  test('opens by failing looks alone, so that the first to read an office that died in the night need not find out', async () => {
    source.does = () => Promise.reject(lost());
    for (let time = 0; time < 5; time += 1) await endOf(source.guard.looks.query('select 1'));
    expect(source.guard.standing.state).toBe('OPEN');
  });

  test('asks so few at once that a connection is left for the follower, and refuses who finds the waiting room full', async () => {
    source.does = neverAnswers;
    const reads = Array.from({ length: 70 }, () => source.read());
    await pass(0);
    expect(source.asked).toBe(3);
    expect(await Promise.race(reads.slice(63))).toBe('TIMEOUT');
    await pass(2_100);
    await Promise.all(reads);
    // Those who waited in vain are not asked for any more.
    expect(source.asked).toBe(3);
  });

  test('lets refusals of the database itself through as they are, and counts them as answers', async () => {
    const refused = new CityError({ code: 'READ_ONLY', fault: 'ours', message: 'The database is read-only.' });
    source.does = () => Promise.reject(refused);
    await source.fails(20);
    await expect(source.guard.reads.query('select 1')).rejects.toBe(refused);
    expect([source.guard.standing.state, source.guard.failingSince]).toEqual(['CLOSED', null]);
  });

  test('F11: a source that flaps every 10 s for 10 min meets no storm of attempts', async () => {
    const isUp = (): boolean => Math.floor(Date.now() / 10_000) % 2 === 0;
    let whileDown = 0;
    source.does = () => {
      if (isUp()) return answers();
      whileDown += 1;
      return Promise.reject(lost());
    };
    const ends: string[] = [];
    for (let tick = 0; tick < 6_000; tick += 1) {
      for (let one = 0; one < 5; one += 1) void source.read().then((end) => ends.push(end));
      await pass(100);
    }
    // 30 times down, 500 reads each: the few that open it, those of the same moment, and one after each pause of 1, 2, 4, 8 s.
    expect(ends.length).toBeGreaterThan(29_000);
    expect(whileDown).toBeLessThan(30 * 20);
    // And while it is up, it is found again soon.
    expect(ends.filter((end) => end === 'answered').length).toBeGreaterThan(7_500);
  });
});
