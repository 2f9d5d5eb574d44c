import { type Indicators, SharedRuns } from '../../../src/features/live/index.js';
import { aScope, readingsOf } from '../../support/access/a-scope.js';
import { CityOfFigures } from '../../support/live/a-city-of-figures.js';
import { ASink } from '../../support/live/a-sink.js';
import { settled } from '../../support/live/timed-ticker.js';

describe('a stream of key figures', () => {
  let city: CityOfFigures;
  beforeEach(async () => {
    city = await CityOfFigures.open();
    city.book.open = 5;
  });
  afterEach(() => city.log.close());

  test('begins with all figures, and tells afterwards those alone that changed', async () => {
    const reader = await city.follow();
    await city.time.advance(1_000);
    await city.report();

    expect(reader.figures).toEqual([
      expect.objectContaining({ isComplete: true, position: 0 }),
      {
        ...{ typeName: 'Indicators', cursor: expect.stringMatching(/^[\w-]{64}$/), position: 1, isComplete: false },
        serverTime: city.time.now(),
        figures: [expect.objectContaining({ indicator: 'OPEN', value: 6, asOf: city.time.now() })],
      },
    ]);
    expect(reader.figures[0]!.figures.map(({ indicator }) => indicator)).toEqual(['OPEN', 'REPORTED_TODAY', 'OVERDUE', 'OFFICES_DOWN']);
    await reader.leave();
  });

  test('a change after quiet is told at once, a thousand in one second by at most five deliveries, the last of which is right', async () => {
    const reader = await city.follow();
    await city.time.advance(1_000);
    const before = reader.figures.length;
    await city.report();
    expect(reader.known).toMatchObject({ OPEN: 6 });

    for (let tenth = 0; tenth < 10; tenth += 1) {
      await city.report(100);
      await city.time.advance(100);
    }
    expect(reader.figures.length - before).toBeLessThanOrEqual(6);
    await city.time.advance(200);

    expect(reader.known).toMatchObject({ OPEN: 1_006 });
    expect(reader.figures.at(-1)!.position).toBe(1_001);
    await reader.leave();
  });

  test('readings never pile up, however slow they are', async () => {
    const reader = await city.follow();
    await city.time.advance(1_000);
    let go!: () => void;
    city.book.until = new Promise<void>((resolve) => (go = resolve));
    for (let second = 0; second < 20; second += 1) {
      await city.report();
      await city.time.advance(1_000);
    }
    const { readings } = city.book;
    go();
    await settled();
    // The reading took 20 s, so the next begins no sooner than 80 s later.
    await city.time.advance(79_000);
    expect(city.book.readings).toBe(readings);
    await city.time.advance(2_000);

    expect(city.book).toMatchObject({ readings: readings + 1, mostAtOnce: 1 });
    expect(reader.known).toMatchObject({ OPEN: 25 });
    await reader.leave();
  });

  test('figures that turn by time alone are told when they do: lights, midnight, offices', async () => {
    city.book.changesAt = new Date(city.time.now().getTime() + 30_000);
    const reader = await city.follow();
    await city.time.advance(10_000);
    city.book.open = 7;
    await city.time.advance(19_000);
    expect(reader.known).toMatchObject({ OPEN: 5 });
    await city.time.advance(2_000);
    expect(reader.known).toMatchObject({ OPEN: 7 });

    city.book.officesDown = 1;
    await city.time.advance(1_500);
    expect(reader.known).toMatchObject({ OFFICES_DOWN: 1 });
    await reader.leave();
  });

  test('what is dear to read is read every five seconds at most, and only after changes', async () => {
    const reader = await city.follow();
    await city.time.advance(35_000);
    const before = city.book.leisurely;
    city.book.overdue = 3;
    for (let second = 0; second < 60; second += 1) {
      await city.report();
      await city.time.advance(1_000);
    }
    await city.time.advance(35_000);

    expect(reader.known).toMatchObject({ OVERDUE: 3 });
    expect(city.book.leisurely - before).toBeLessThanOrEqual(14);
    await reader.leave();
  });

  test('a division is read again for what changes in it and for what may have left it, not for others', async () => {
    const reader = await city.follow(null, '360203');
    await city.time.advance(1_000);
    const { readings } = city.book;
    await city.report(1, '360202001001');
    await city.report(1, null);
    await city.time.advance(1_000);
    expect(city.book.readings).toBe(readings);

    await city.tell([{ topic: 'matter', kind: 'MATTER_REPLACED', divisionCode: '360202001001' }]);
    expect(city.book.readings).toBe(readings + 1);
    await city.time.advance(1_000);
    await city.report(1, '360203003002');
    expect(city.book.readings).toBe(readings + 2);
    await reader.leave();
  });

  test('rights that change end the figures of the old ones, and all are told anew', async () => {
    const reader = await city.follow();
    await city.time.advance(1_000);
    city.scope = aScope({ readings: { ...readingsOf(null), MATTERS: { owners: [], conditional: [] } } });
    await city.report();

    expect(reader.figures.at(-1)).toMatchObject({ isComplete: true });
    expect(reader.known).toMatchObject({ OPEN: 0 });
    await reader.leave();
  });

  test('goes on from a cursor with all figures, and is refused with one of another division or of other rights', async () => {
    const first = await city.follow();
    const { cursor } = first.figures[0]!;
    await first.leave();
    await city.report(3);

    const again = await city.follow(cursor);
    expect(again.told).toEqual([expect.objectContaining({ typeName: 'Indicators', isComplete: true, position: 3 })]);
    await again.leave();
    await expect(city.follow(cursor, '360203')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(city.follow(null, '999999')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    city.scope = aScope({ sealedHidden: ['PETITION'] });
    await expect(city.follow(cursor)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('a log that began another life is a gap, then all figures', async () => {
    const reader = await city.follow();
    const { cursor } = reader.figures[0]!;
    city.log.renewEpoch();
    await city.time.advance(1_000);
    await city.report();
    await city.time.advance(2_000);

    const kinds = reader.told.slice(1).map((delivery) => (delivery.typeName === 'Indicators' ? delivery.isComplete : delivery.typeName));
    expect(kinds.slice(0, 2)).toEqual(['StreamGap', true]);
    expect(reader.known).toMatchObject({ OPEN: 6 });
    await reader.leave();

    const again = await city.follow(cursor);
    expect(again.told.map(({ typeName }) => typeName)).toEqual(['StreamGap', 'Indicators']);
    await again.leave();
  });

  test('beats while nothing changes, and waits out an index that cannot be read', async () => {
    const reader = await city.follow();
    await city.time.advance(15_000);
    expect(reader.told.at(-1)).toMatchObject({ typeName: 'Heartbeat', cursor: reader.figures[0]!.cursor });

    city.book.isAway = true;
    await city.report();
    await city.time.advance(20_000);
    expect(reader.known).toMatchObject({ OPEN: 5 });
    city.book.isAway = false;
    await city.time.advance(2_000);
    expect(reader.known).toMatchObject({ OPEN: 6 });
    await reader.leave();
  });

  test('F23: is silent while the log cannot be read', async () => {
    const reader = await city.follow();
    const isCurrent = jest.spyOn(city.log, 'isCurrent', 'get').mockReturnValue(false);
    await city.time.advance(31_000);
    expect([isCurrent.mock.calls.length, reader.told.at(-1)!.typeName]).toEqual([2, 'Indicators']);

    isCurrent.mockRestore();
    await city.time.advance(15_000);
    expect(reader.told.at(-1)!.typeName).toBe('Heartbeat');
    await reader.leave();
  });

  test('ends with the cursor to go on from when this process stops', async () => {
    const reader = await city.follow();
    const { cursor } = reader.figures[0]!;
    await city.log.close();
    await settled();

    expect(reader.thrown).toMatchObject({ code: 'UNAVAILABLE', details: { resume: cursor } });
  });

  test('readers of equal rights share one engine, and what nobody follows is not read', async () => {
    const [one, other] = [await city.follow(), await city.follow()];
    await city.time.advance(1_000);
    const { readings } = city.book;
    await city.report();
    expect(city.book.readings).toBe(readings + 1);

    await one.leave();
    await other.leave();
    await settled();
    expect(city.log.subscribers).toBe(0);
    await city.report();
    await city.time.advance(120_000);
    expect(city.book.readings).toBe(readings + 1);
  });

  test('whoever joins a shared run knows in the end what everybody knows, also of a figure that changed back', async () => {
    const runs = new SharedRuns();
    const follow = async (sink: ASink): Promise<void> => {
      const source = await city.live.indicators.open({ wish: { division: null, askedBy: null }, after: null, scope: () => city.scope });
      const make = async ({ delivery, at, cursor, kind }: Parameters<Parameters<typeof runs.follow<never>>[0]['make']>[0]) => ({
        ...{ payload: Buffer.from(JSON.stringify(delivery)), at, cursor, kind },
      });
      runs.follow({ key: 'one', source: source as never, make }, sink);
      await settled();
    };
    const sinks: ASink[] = [];
    for (let round = 0; round < 12; round += 1) {
      sinks.push(new ASink());
      await follow(sinks.at(-1)!);
      city.book.open = round % 3;
      await city.tell([{ topic: 'matter', kind: 'MATTER_CHANGED', divisionCode: null }]);
      await city.time.advance(70 * (round % 4));
    }
    await city.time.advance(1_000);

    expect(runs.figures).toMatchObject({ runs: 1, followers: 12 });
    for (const sink of sinks) {
      const told = sink.taken.map(({ payload }) => JSON.parse(payload.toString()) as Partial<Indicators>);
      const known = Object.fromEntries(told.flatMap(({ figures }) => figures ?? []).map(({ indicator, value }) => [indicator, value]));
      expect(told[0]).toMatchObject({ typeName: 'Indicators', isComplete: true });
      expect(known).toMatchObject({ OPEN: city.book.open });
    }
  });
});
