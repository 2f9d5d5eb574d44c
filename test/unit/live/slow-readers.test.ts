import { type Answer, type Following, type MatterTold, type Placed, SharedRuns } from '../../../src/features/live/index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aMatter, LiveCity } from '../../support/live/a-live-city.js';
import { ASink } from '../../support/live/a-sink.js';

const minutes = process.env['SCALE'] === 'full' ? 10 : 2;
/** So many things happen in a second of the city. */
const everySecond = 12;

/** Takes one answer at a time, when the test says so. */
class SlowSink extends ASink {
  takeOne(): void {
    this.hasRoom = true;
  }

  override write(answer: Answer): void {
    super.write(answer);
    this.hasRoom = false;
  }
}

describe('a reader that takes one change a second', () => {
  let city: LiveCity;
  let runs: SharedRuns;
  let quick: ASink;
  beforeEach(async () => {
    city = await LiveCity.open();
    runs = new SharedRuns();
    quick = new ASink();
    await follow(quick);
    await eventually('the quick reader has begun', () => quick.taken.length > 0);
  });
  afterEach(() => city.log.close());

  const make = async ({ delivery, at, cursor, kind }: Placed<MatterTold>): Promise<Answer> => {
    const text = delivery.typeName === 'MatterEvent' ? delivery.matter.localId : delivery.typeName;
    return { payload: Buffer.from(text), at, cursor, kind };
  };
  async function follow(sink: ASink, after: string | null = null): Promise<Following> {
    const source = await city.live.streams.open({ conditions: {}, after, scope: () => city.scope });
    return runs.follow({ key: 'one', source, make }, sink);
  }

  test(`F17: is let go each time that it lags, holds a bounded queue, and has all of ${minutes} minutes by its resumes`, async () => {
    const happened: string[] = [];
    const had: string[] = [];
    const ends: { readonly code: string; readonly details: { readonly resume: string } }[] = [];
    let sink = new SlowSink();
    let isOver = false;
    const begin = async (): Promise<void> => {
      sink = new SlowSink();
      isOver = false;
      const following = await follow(sink, ends.at(-1)?.details.resume);
      following.ended.catch((thrown: (typeof ends)[number]) => {
        ends.push(thrown);
        isOver = true;
      });
      await eventually('it is open', () => sink.taken.length > 0);
    };
    await begin();
    for (let second = 0; second < minutes * 60; second += 1) {
      const names = Array.from({ length: everySecond }, (_, nth) => `M ${second}.${nth}`);
      happened.push(...names);
      await city.record(...names.map((name) => aMatter(name)));
      city.now = new Date(city.now.getTime() + 1_000);
      await eventually('the quick reader has all of it', () => quick.texts.length === happened.length);
      sink.takeOne();
      if (!isOver) continue;
      had.push(...sink.texts);
      await begin();
    }
    // What it is behind by now it takes as fast as it can.
    while (had.length + sink.texts.length < happened.length) {
      if (isOver) {
        had.push(...sink.texts);
        await begin();
      }
      const before = sink.taken.length;
      sink.takeOne();
      await eventually('it takes the next', () => isOver || sink.taken.length > before);
    }

    expect([...had, ...sink.texts]).toEqual(happened);
    expect(new Set(ends.map(({ code }) => code))).toEqual(new Set(['LIMIT']));
    expect(quick.texts).toEqual(happened);
    expect(runs.figures.followers).toBe(2);
  }, 60_000);
});
