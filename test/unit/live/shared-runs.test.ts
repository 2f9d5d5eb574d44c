import { type Answer, type MatterEventConditions, type MatterTold, type Placed, SharedRuns } from '../../../src/features/live/index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { seededRandom } from '../../support/gateway/seeded-random.js';
import { aMatter, LiveCity } from '../../support/live/a-live-city.js';
import { ASink } from '../../support/live/a-sink.js';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

describe('equal subscriptions', () => {
  let city: LiveCity;
  let runs: SharedRuns;
  /** Local ids of the matters told, as often as they were executed. */
  let made: string[];
  beforeEach(async () => {
    process.stdout.write(`  seed ${seed}\n`);
    city = await LiveCity.open();
    runs = new SharedRuns();
    made = [];
  });
  afterEach(() => city.log.close());

  const make = async ({ delivery, at, cursor, kind }: Placed<MatterTold>): Promise<Answer> => {
    const text = delivery.typeName === 'MatterEvent' ? delivery.matter.localId : delivery.typeName;
    if (delivery.typeName === 'MatterEvent') made.push(text);
    return { payload: Buffer.from(text), at, cursor, kind };
  };
  const follow = async (
    sink: ASink,
    after: string | null = null,
    { key = 'one', conditions = {} }: { readonly key?: string; readonly conditions?: MatterEventConditions } = {},
  ) => {
    const source = await city.live.streams.open({ conditions, after, scope: () => city.scope });
    return runs.follow({ key, source, make }, sink);
  };
  const record = (from: number, to = from): Promise<void> =>
    city.record(...Array.from({ length: to - from + 1 }, (_, nth) => aMatter(`M ${from + nth}`)));
  const names = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, nth) => `M ${from + nth}`);
  const taken = (sink: ASink, count: number): Promise<void> => eventually(`${count} taken`, () => sink.texts.length >= count);
  const opened = (sink: ASink): Promise<void> => eventually('it is open', () => sink.taken.length > 0);

  test('A36: a thousand of them cost one execution an event, and get the same bytes', async () => {
    const sinks = Array.from({ length: 1_000 }, () => new ASink());
    for (const sink of sinks) await follow(sink);
    await Promise.all(sinks.map(opened));
    await record(1, 3);
    await Promise.all(sinks.map((sink) => taken(sink, 3)));

    expect(made).toEqual(names(1, 3));
    expect(runs.figures).toMatchObject({ runs: 1, followers: 1_000 });
    expect(new Set(sinks.map((sink) => sink.taken.at(-1)!.payload)).size).toBe(1);
  });

  test('under another key are executed apart', async () => {
    const [one, other] = [new ASink(), new ASink()];
    await follow(one);
    await follow(other, null, { key: 'other' });
    await record(1);
    await Promise.all([taken(one, 1), taken(other, 1)]);

    expect(made).toEqual(['M 1', 'M 1']);
  });

  test('wherever they begin and whenever they come, each gets what lies after its cursor once and in order', async () => {
    const random = seededRandom(seed).next;
    const first = new ASink();
    await follow(first);
    await opened(first);
    const cursors = [first.taken[0]!.cursor];
    const readers: { readonly sink: ASink; readonly from: number }[] = [{ sink: first, from: 0 }];
    let recorded = 0;
    for (let round = 0; round < 60; round += 1) {
      const to = recorded + 1 + Math.floor(random() * 40);
      const recording = record(recorded + 1, to);
      recorded = to;
      if (random() < 0.7) await recording;
      const known = first.taken.filter(({ kind }) => kind === 'EVENT');
      for (const { cursor, at } of known.slice(cursors.length - 1)) cursors[at.position] = cursor;
      const from = Math.floor(random() * cursors.length);
      const sink = new ASink();
      readers.push({ sink, from });
      await follow(sink, cursors[from]);
      await recording;
    }
    for (const { sink, from } of readers) {
      await taken(sink, recorded - from);
      expect(sink.texts).toEqual(names(from + 1, recorded));
    }
    await eventually('all follow one stream', () => runs.figures.runs === 1);
  });

  test('who resumes where nothing was missed follows the same stream as all others, without waiting for a change', async () => {
    const [one, other] = [new ASink(), new ASink()];
    const petitions = { departments: ['PETITION'] };
    await follow(one, null, { conditions: petitions });
    await opened(one);
    await record(1);
    await eventually('the stream tells that it went on', () => {
      city.ticker.tick();
      return one.taken.at(-1)!.at.position === 1;
    });
    await follow(other, one.taken[0]!.cursor, { conditions: petitions });

    await eventually('both follow one stream', () => runs.figures.runs === 1 && city.log.subscribers === 1);
    expect(runs.figures.followers).toBe(2);
  });

  test('F18: who come back at once are served together, though each comes a moment later than the one before', async () => {
    const first = new ASink();
    const leaving = await follow(first);
    await opened(first);
    leaving.leave();
    await record(1, 100);
    const sinks = Array.from({ length: 300 }, () => new ASink());
    for (const sink of sinks) {
      await follow(sink, first.taken[0]!.cursor);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(sinks.map((sink) => taken(sink, 100)));

    for (const sink of sinks) expect(sink.texts).toEqual(names(1, 100));
    // 30,000 where each is served by itself.
    expect(made.length).toBeLessThanOrEqual(1_500);
  });

  test('who takes nothing is let go with the cursor after what it was sent, and nobody else notices', async () => {
    const [slow, quick] = [new ASink(), new ASink()];
    const following = await follow(slow);
    await follow(quick);
    await record(1, 5);
    await Promise.all([taken(slow, 5), taken(quick, 5)]);
    slow.hasRoom = false;
    const ended = following.ended.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    for (let from = 6; from <= 1_206; from += 100) {
      await record(from, from + 99);
      await taken(quick, from + 99);
    }

    expect(await ended).toMatchObject({ code: 'LIMIT', details: { resume: slow.taken.at(-1)!.cursor } });
    expect(slow.texts).toEqual(names(1, 5));
    expect(quick.texts).toEqual(names(1, 1_305));
    expect(runs.figures.followers).toBe(1);
    const resumed = new ASink();
    await follow(resumed, slow.taken.at(-1)!.cursor);
    await taken(resumed, 1_300);
    expect(resumed.texts).toEqual(names(6, 1_305));
  });

  test('what was missed comes at the pace of its reader, however much it is, and keeps no other waiting', async () => {
    const first = new ASink();
    const leaving = await follow(first);
    await opened(first);
    leaving.leave();
    await record(1, 5_000);
    const [slow, quick] = [new ASink(), new ASink()];
    slow.hasRoom = false;
    await Promise.all([follow(slow, first.taken[0]!.cursor), follow(quick, first.taken[0]!.cursor)]);
    await taken(quick, 5_000);
    // Its opening beat was written before it was asked for room.
    expect(slow.texts).toEqual([]);

    slow.hasRoom = true;
    await taken(slow, 5_000);
    expect(slow.texts).toEqual(names(1, 5_000));
    expect(quick.texts).toEqual(names(1, 5_000));
  });

  test('too many bytes let a reader go as well as too many answers', async () => {
    const sink = new ASink();
    const source = await city.live.streams.open({ conditions: {}, after: null, scope: () => city.scope });
    const large = async (placed: Placed<MatterTold>): Promise<Answer> => ({ ...(await make(placed)), payload: Buffer.alloc(1024 * 1024) });
    const { ended } = runs.follow({ key: 'large', source, make: large }, sink);
    await opened(sink);
    sink.hasRoom = false;
    const [thrown] = await Promise.all([ended.catch((error: unknown) => error), record(1, 5)]);

    expect(thrown).toMatchObject({ code: 'LIMIT' });
  });

  test('a stream that nobody follows any more is read no more', async () => {
    const followings = [await follow(new ASink()), await follow(new ASink())];
    expect(city.log.subscribers).toBe(1);
    for (const { leave } of followings) leave();
    await Promise.all(followings.map(({ ended }) => ended));

    await eventually('it ended', () => city.log.subscribers === 0);
    expect(runs.figures).toMatchObject({ runs: 0, followers: 0 });
  });

  test('when the log closes, each is told to go on after what it was sent itself', async () => {
    const [one, other] = [new ASink(), new ASink()];
    const followings = [await follow(one), await follow(other)];
    await record(1, 2);
    await Promise.all([taken(one, 2), taken(other, 2)]);
    other.hasRoom = false;
    await record(3);
    await taken(one, 3);
    const told = followings.map(({ ended }) => ended.catch((thrown: unknown) => thrown));
    await city.log.close();

    expect(await Promise.all(told)).toMatchObject([
      { code: 'UNAVAILABLE', details: { resume: one.taken.at(-1)!.cursor } },
      { code: 'UNAVAILABLE', details: { resume: other.taken.at(-1)!.cursor } },
    ]);
  });

  test('a failed execution ends it for all who follow', async () => {
    const source = await city.live.streams.open({ conditions: {}, after: null, scope: () => city.scope });
    const failing = async (placed: Placed<MatterTold>): Promise<Answer> => {
      if (placed.kind === 'EVENT') throw new Error('no city');
      return make(placed);
    };
    const { ended } = runs.follow({ key: 'failing', source, make: failing }, new ASink());
    const [thrown] = await Promise.all([ended.catch((error: unknown) => error), record(1)]);

    expect(thrown).toMatchObject({ message: 'no city' });
    expect(runs.figures.runs).toBe(0);
  });
});
