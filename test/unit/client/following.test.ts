import type { Following, FollowWish, LiveEvent, Refusal, StreamGap } from '../../../src/client/index.js';
import { clientOver } from '../../../src/client/live-client.js';
import { FakeCarrier } from '../../support/client/fake-carrier.js';
import { ManualTiming, settled } from '../../support/client/manual-timing.js';

const query = 'subscription ($after: Cursor) { changes(after: $after) { __typename } }';

interface Changed extends LiveEvent {
  readonly number: number;
}

describe('a subscription that is followed', () => {
  let carrier: FakeCarrier;
  let timing: ManualTiming;
  let got: number[];
  let gaps: StreamGap[];
  let refused: Refusal[];
  let phases: string[];
  beforeEach(() => {
    carrier = new FakeCarrier();
    timing = new ManualTiming();
    [got, gaps, refused, phases] = [[], [], [], []];
  });

  const follow = (parts: Partial<FollowWish<Changed>> = {}): Following =>
    clientOver(carrier, { timing, heartbeatMs: 15_000 }).follow<Changed>({
      query,
      onEvent: ({ number }) => void got.push(number),
      onGap: (gap) => void gaps.push(gap),
      onRefused: (refusal) => void refused.push(refusal),
      onState: ({ phase }) => void phases.push(phase),
      ...parts,
    });

  test('comes back for ever, each time after the last event that was handled', async () => {
    const following = follow({ variables: { where: 'here' } });
    expect(carrier.last.request.variables).toEqual({ where: 'here', after: null });
    carrier.last.events(1, 2);
    await settled();
    for (let round = 1; round <= 200; round++) {
      carrier.last.end('RESUME');
      await timing.pass(30_000);
      expect(carrier.streams.length).toBe(round + 1);
    }
    expect(carrier.last.request.variables).toEqual({ where: 'here', after: 'c2' });
    expect(following.state).toMatchObject({ cursor: 'c2', phase: 'CONNECTING', problem: { code: 'TEST' } });
  });

  test('waits at random, longer with each failure up to half a minute, and as long as it is told to', async () => {
    timing.dice = 0.5;
    follow();
    const waits: number[] = [];
    const waitOf = async (): Promise<number> => {
      const [before, since] = [carrier.streams.length, timing.now()];
      while (carrier.streams.length === before) await timing.pass(50);
      return timing.now() - since;
    };
    for (let failure = 0; failure < 8; failure++) {
      carrier.last.end('RESUME');
      waits.push(await waitOf());
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    // An answer makes it hopeful again.
    carrier.last.beat('c1');
    carrier.last.end('RESUME');
    expect(await waitOf()).toBe(250);
    carrier.last.end('RESUME', { waitMs: 7_000 });
    expect(await waitOf()).toBe(7_000);
  });

  test('is dead after two and a half heartbeats of silence, and is begun again', async () => {
    follow();
    carrier.last.beat('c1');
    await timing.pass(37_000);
    carrier.last.events(2);
    await timing.pass(37_000);
    expect(carrier.abandoned).toBe(0);
    const dead = carrier.last;
    await timing.pass(1_000);

    expect({ abandoned: carrier.abandoned, left: dead.isLeft, after: carrier.last.after }).toEqual({
      abandoned: 1,
      left: true,
      after: 'c2',
    });
  });

  test('drops an event that has come before, and says how things stand', async () => {
    const following = follow();
    carrier.last.beat('c0');
    carrier.last.events(1, 2, 2, 1, 3);
    await settled();
    await timing.pass(4_000);

    expect(got).toEqual([1, 2, 3]);
    expect(following.state).toEqual({ phase: 'LIVE', cursor: 'c3', heartbeatAgeMs: 4_000, problem: null });
  });

  test('goes on only after what its handler has finished, one event at a time', async () => {
    const finish: (() => void)[] = [];
    const following = follow({
      onEvent: ({ number }) => {
        got.push(number);
        return new Promise<void>((resolve) => finish.push(resolve));
      },
    });
    carrier.last.events(1, 2);
    carrier.last.end('RESUME');
    await timing.pass(60_000);
    expect([got, following.state.cursor, carrier.streams.length]).toEqual([[1], null, 1]);
    finish.shift()!();
    await settled();
    expect([got, following.state.cursor, carrier.streams.length]).toEqual([[1, 2], 'c1', 1]);
    finish.shift()!();
    await timing.pass(60_000);
    expect(carrier.streams.map(({ after }) => after).slice(0, 2)).toEqual([null, 'c2']);
  });

  test('ends with what a handler throws, and skips nothing by that', async () => {
    const following = follow({
      onEvent: ({ number }) => {
        if (number === 2) throw new Error('the disk is full');
        got.push(number);
      },
    });
    carrier.last.events(1, 2, 3);

    await expect(following.ended).rejects.toThrow('the disk is full');
    expect([got, following.state.phase, following.state.cursor, carrier.last.isLeft]).toEqual([[1], 'STOPPED', 'c1', true]);
    expect(timing.waiting).toBe(0);
  });

  test('is let go when more comes than its handlers take, and resumed when they have', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    follow({ onEvent: ({ number }) => (got.push(number), number === 1 ? held : undefined) });
    for (let number = 1; number <= 1_001; number++) carrier.last.events(number);
    await settled();
    expect([carrier.last.isLeft, got]).toEqual([true, [1]]);
    goOn();
    await timing.pass(1_000);

    expect([got.length, carrier.last.after]).toEqual([1_001, 'c1001']);
  });

  test('tells of gaps, and goes on behind them', async () => {
    const following = follow({ variables: { after: 'c1' } });
    carrier.last.answer({ data: { changes: { __typename: 'StreamGap', from: 'c1', to: 'c9', reason: 'EXPIRED', resync: true } } });
    await settled();
    expect(gaps).toEqual([{ from: 'c1', to: 'c9', reason: 'EXPIRED', resync: true }]);
    // Cut off right here it must be told again: the state that may follow has not come.
    expect(following.state.cursor).toBe('c1');
    carrier.last.beat('c9');
    await settled();
    expect(following.state.cursor).toBe('c9');
  });

  test('takes a cursor of other rights for a gap and begins anew, never in silence', async () => {
    const following = follow({ variables: { after: 'c5' } });
    expect(carrier.last.after).toBe('c5');
    carrier.last.answer({ data: null, errors: [{ message: 'Other rights.', extensions: { code: 'CURSOR_INVALID' } }] });
    await settled();

    expect(gaps).toEqual([{ from: 'c5', to: null, reason: 'CURSOR_INVALID', resync: true }]);
    expect([carrier.last.after, following.state.cursor]).toEqual([null, null]);
  });

  test('an event that could not be answered is asked for again, not passed over', async () => {
    follow();
    carrier.last.events(1);
    carrier.last.answer({ data: null, errors: [{ message: 'It took too long.', extensions: { code: 'TIMEOUT' } }] });
    carrier.last.events(3);
    await timing.pass(1_000);
    carrier.last.events(2, 3);
    await settled();

    expect(carrier.streams.map(({ after }) => after)).toEqual([null, 'c1']);
    expect(got).toEqual([1, 2, 3]);
  });

  test('asks once more for its credential, and is refused when that does not help', async () => {
    const following = follow();
    carrier.last.events(1);
    carrier.last.end('UNAUTHENTICATED');
    await settled();
    expect(carrier.last.after).toBe('c1');
    // It helped, so that the next time is a first time again.
    carrier.last.beat('c1');
    for (let time = 0; time < 2; time++) {
      carrier.last.end('UNAUTHENTICATED', { code: 'UNAUTHENTICATED', message: 'revoked' });
      await settled();
    }
    await following.ended;

    expect(refused).toEqual([{ code: 'UNAUTHENTICATED', message: 'revoked' }]);
    expect([carrier.streams.length, following.state.phase, timing.waiting]).toEqual([3, 'REFUSED', 0]);
  });

  test('is refused where coming back would not help, and where its query leaves out what it lives on', async () => {
    follow();
    carrier.last.end('REFUSED', { code: 'FORBIDDEN', message: 'no' });
    follow();
    carrier.last.answer({ data: { changes: { __typename: 'Changed', number: 1 } } });
    await settled();

    expect(refused.map(({ code }) => code)).toEqual(['FORBIDDEN', 'QUERY_INCOMPLETE']);
    expect(() => follow({ query: 'subscription { changes { __typename } }' })).toThrow('$after');
  });

  test('is behind while what was missed is coming, and up to date after it', async () => {
    const following = follow({ variables: { after: 'c0' } });
    carrier.last.beat('c0');
    carrier.last.events(1, 2);
    await timing.pass(900);
    expect(following.state.phase).toBe('BEHIND');
    carrier.last.beat('c2');
    expect(following.state.phase).toBe('LIVE');
    carrier.last.end('RESUME');
    await timing.pass(500);
    carrier.last.beat('c2');
    // Nothing was missed: no further beat comes for a while.
    await timing.pass(1_000);

    expect(phases).toEqual(['BEHIND', 'LIVE', 'CONNECTING', 'BEHIND', 'LIVE']);
  });

  test('hands a state at the beginning to its own handler, and begins anew where that is cut off', async () => {
    const parts: unknown[] = [];
    const following = follow({ onSnapshot: ({ part }) => void parts.push(part) });
    const state = (part: number): void => carrier.last.answer({ data: { changes: { __typename: 'MatterSnapshot', part } } });
    state(1);
    carrier.last.end('RESUME');
    await timing.pass(500);
    expect(carrier.last.after).toBeNull();
    state(1);
    state(2);
    expect(following.state.phase).toBe('BEHIND');
    carrier.last.beat('c4');
    carrier.last.events(5);
    await settled();

    expect([parts, got, following.state.phase, following.state.cursor]).toEqual([[1, 1, 2], [5], 'LIVE', 'c5']);
    const unready = follow();
    state(1);
    await expect(unready.ended).rejects.toThrow('onSnapshot');
  });

  test('stops by its signal, by itself and with its client, and leaves nothing behind', async () => {
    const abort = new AbortController();
    const following = follow({ signal: abort.signal });
    carrier.last.events(1);
    abort.abort();
    await following.ended;
    const other = follow();
    other.stop();
    await other.ended;
    const client = clientOver(carrier, { timing, heartbeatMs: 15_000 });
    const third = client.follow({ query, onEvent: () => undefined, onGap: () => undefined, onRefused: () => undefined });
    client.close();
    await third.ended;

    expect([carrier.streams.every(({ isLeft }) => isLeft), carrier.isClosed, timing.waiting]).toEqual([true, true, 0]);
  });
});
