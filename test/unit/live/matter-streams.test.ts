import { CityError } from '../../../src/kernel/city-error.js';
import { aScope } from '../../support/access/a-scope.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aMatter, changesOf, LiveCity, localIds, nextOf } from '../../support/live/a-live-city.js';

const names = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, nth) => `M ${from + nth}`);
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (thrown: unknown) => thrown,
  );

describe('a stream of matters’ changes', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  const record = (from: number, to: number): Promise<void> => city.record(...names(from, to).map((name) => aMatter(name)));

  test('opens with a heartbeat whose cursor names the present', async () => {
    await record(1, 3);
    const stream = await city.stream();

    expect(await nextOf(stream)).toEqual({ typeName: 'Heartbeat', cursor: expect.stringMatching(/^[\w-]{64}$/), serverTime: city.now });

    await record(4, 4);
    expect(localIds(await changesOf(stream, 1))).toEqual(['M 4']);
    await stream.return?.();
  });

  test('hands out each change with its matter, its place and its times', async () => {
    const stream = await city.stream();
    const matter = aMatter('M 1', { version: 3, state: 'HANDLING' });
    await city.record(matter);

    expect(await changesOf(stream, 1)).toEqual([
      {
        typeName: 'MatterEvent',
        cursor: expect.any(String),
        eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        position: 1,
        matter,
        kind: 'MATTER_CHANGED',
        version: 3,
        occurredAt: matter.reportedAt,
        recordedAt: expect.any(Date),
        places: null,
      },
    ]);
    await stream.return?.();
  });

  test('fills in what was missed, then goes live, without hole and without double', async () => {
    const earlier = await city.stream();
    const { cursor } = (await nextOf(earlier)) as { cursor: string };
    await earlier.return?.();
    await record(1, 2_500);

    const stream = await city.stream({}, cursor);
    const first = await changesOf(stream, 1_200);
    await record(2_501, 2_600);
    const rest = await changesOf(stream, 1_400);
    await record(2_601, 2_601);

    expect(localIds([...first, ...rest, ...(await changesOf(stream, 1))])).toEqual(names(1, 2_601));
    await stream.return?.();
  });

  test('looks matters up in batches, not one by one', async () => {
    const { cursor } = (await nextOf(await city.stream())) as { cursor: string };
    await record(1, 1_000);
    const stream = await city.stream({}, cursor);
    await changesOf(stream, 1_000);

    expect(city.lookUps.reduce((sum, asked) => sum + asked, 0)).toBe(1_000);
    expect(city.lookUps.length).toBeLessThanOrEqual(40);
  });

  test('streams of different conditions look a matter up together, streams of different rights apart', async () => {
    const streams = [
      await city.stream(),
      await city.stream({ states: ['REPORTED'] }),
      await city.stream({ departments: ['URBAN_MANAGEMENT'] }),
    ];
    const county = aScope({ jurisdiction: { counties: ['360203'], townships: [], communities: [] }, key: 'county' });
    streams.push(await city.streamUnder(() => county));
    await record(1, 1);
    for (const stream of streams) expect(localIds(await changesOf(stream, 1))).toEqual(['M 1']);

    expect(city.lookUps).toEqual([1, 1]);
  });

  test('resumes after any change from that change’s cursor', async () => {
    const stream = await city.stream();
    await record(1, 5);
    const [, second] = await changesOf(stream, 5);

    const resumed = await city.stream({}, second!.cursor);

    expect(localIds(await changesOf(resumed, 3))).toEqual(['M 3', 'M 4', 'M 5']);
  });

  test('beats every 15 s, and its cursor lies after everything delivered and nothing else', async () => {
    const stream = await city.stream({ departments: ['PETITION'] });
    await nextOf(stream);
    expect(city.ticker.paces).toEqual([15_000]);

    await record(1, 20);
    await city.record(aMatter('P 1', { department: 'PETITION' }));
    await changesOf(stream, 1);
    await record(21, 40);
    city.ticker.tick();
    const { cursor } = (await nextOf(stream)) as { cursor: string };
    await city.record(aMatter('P 2', { department: 'PETITION' }));

    expect(localIds(await changesOf(await city.stream({ departments: ['PETITION'] }, cursor), 1))).toEqual(['P 2']);
  });

  test('never lets a heartbeat run ahead of changes that were not delivered yet', async () => {
    const stream = await city.stream();
    await nextOf(stream);
    for (let round = 1; round <= 50; round++) {
      await city.record(aMatter(`M ${round}`));
      city.ticker.tick();
      const [one, other] = [await nextOf(stream), await nextOf(stream)];
      const beat = one.typeName === 'Heartbeat' ? one : other;
      const resumed = await city.stream({}, (beat as { cursor: string }).cursor);
      await city.record(aMatter(`X ${round}`));
      const expected = one.typeName === 'Heartbeat' ? [`M ${round}`, `X ${round}`] : [`X ${round}`];
      expect(localIds(await changesOf(resumed, expected.length))).toEqual(expected);
      await resumed.return?.();
      await changesOf(stream, 1);
    }
  });

  test('refuses a cursor that was edited', async () => {
    const { cursor } = (await nextOf(await city.stream())) as { cursor: string };
    const edited = (cursor.startsWith('A') ? 'B' : 'A') + cursor.slice(1);

    expect(await thrownBy(city.stream({}, edited))).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('A83: refuses a cursor of other conditions or of other rights, and takes one of equal rights', async () => {
    const { cursor } = (await nextOf(await city.stream({ departments: ['PETITION'] }))) as { cursor: string };

    expect(await thrownBy(city.stream({}, cursor))).toMatchObject({ code: 'CURSOR_INVALID' });
    city.scope = aScope();
    expect(await nextOf(await city.stream({ departments: ['PETITION'] }, cursor))).toMatchObject({ typeName: 'Heartbeat' });
    city.scope = aScope({ jurisdiction: { counties: ['360203'], townships: [], communities: [] } });
    expect(await thrownBy(city.stream({ departments: ['PETITION'] }, cursor))).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  test('names the gap when the log began another life, then goes on from now', async () => {
    await record(1, 3);
    const { cursor } = (await nextOf(await city.stream())) as { cursor: string };
    city.log.renewEpoch();

    const stream = await city.stream({}, cursor);
    const gap = await nextOf(stream);
    const heartbeat = (await nextOf(stream)) as { cursor: string };

    expect(gap).toEqual({ typeName: 'StreamGap', from: cursor, to: heartbeat.cursor, reason: 'EPOCH_CHANGED', resync: true });
    await record(4, 4);
    expect(localIds(await changesOf(stream, 1))).toEqual(['M 4']);
    expect(localIds(await changesOf(await city.stream({}, heartbeat.cursor), 1))).toEqual(['M 4']);
  });

  test('names the gap when the log begins another life while it runs', async () => {
    const stream = await city.stream();
    await nextOf(stream);
    city.log.renewEpoch();

    expect(await nextOf(stream)).toMatchObject({ typeName: 'StreamGap', reason: 'EPOCH_CHANGED', resync: true });
    expect(await nextOf(stream)).toMatchObject({ typeName: 'Heartbeat' });
    await record(1, 1);
    expect(localIds(await changesOf(stream, 1))).toEqual(['M 1']);
  });

  test('names the gap when the cursor lies before what is kept', async () => {
    const { cursor } = (await nextOf(await city.stream())) as { cursor: string };
    await record(1, 10);
    const { epoch } = await city.log.head();
    jest.spyOn(city.log, 'head').mockResolvedValue({ epoch, position: 10, oldest: 5 });

    expect(await nextOf(await city.stream({}, cursor))).toMatchObject({
      typeName: 'StreamGap',
      from: cursor,
      reason: 'EXPIRED',
      resync: true,
    });
  });

  test('leaves nothing behind when its reader goes, even while it waits', async () => {
    const stream = await city.stream();
    await nextOf(stream);
    const waiting = stream.next();
    expect(city.log.subscribers).toBe(1);

    await stream.return?.();

    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(city.log.subscribers).toBe(0);
    expect(city.ticker.paces).toEqual([]);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  test('a reader that fell too far behind is told where to resume, and loses nothing', async () => {
    const small = await LiveCity.open(10);
    const stream = await small.stream();
    await nextOf(stream);
    // The reader stops; the log sees each change alone, as it does in life.
    for (const name of names(1, 400)) {
      await small.record(aMatter(name));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually('the log has let go of the reader', () => small.log.subscribers === 0);

    const seen: string[] = [];
    const thrown = await thrownBy(
      (async () => {
        for await (const delivery of stream) if (delivery.typeName === 'MatterEvent') seen.push(delivery.matter.localId);
      })(),
    );

    expect(thrown).toBeInstanceOf(CityError);
    const { code, details } = thrown as CityError;
    expect(code).toBe('LIMIT');
    const resumed = await changesOf(await small.stream({}, String(details['resume'])), 400 - seen.length);
    expect([...seen, ...localIds(resumed)]).toEqual(names(1, 400));
    expect(small.ticker.paces).toHaveLength(1);
    await small.log.close();
  });

  test('a stream cut off by the end of its process names the cursor to resume from', async () => {
    const stream = await city.stream();
    await record(1, 1);
    const [change] = await changesOf(stream, 1);
    await city.log.close();

    expect(await thrownBy(stream.next())).toMatchObject({ code: 'UNAVAILABLE', details: { resume: change!.cursor } });
  });

  test('waits while the index is away, beats meanwhile, and loses nothing', async () => {
    const stream = await city.stream();
    const { cursor: start } = (await nextOf(stream)) as { cursor: string };
    city.isAway = true;
    await record(1, 1);
    const next = stream.next();
    await new Promise((resolve) => setImmediate(resolve));
    city.ticker.tick();
    expect((await next).value).toMatchObject({ typeName: 'Heartbeat', cursor: start });

    city.isAway = false;
    city.ticker.tick();
    expect(localIds(await changesOf(stream, 1))).toEqual(['M 1']);
  });

  test('F23: is silent while the log cannot be read, and goes on with nothing lost', async () => {
    const stream = await city.stream();
    const { cursor: start } = (await nextOf(stream)) as { cursor: string };
    const isCurrent = jest.spyOn(city.log, 'isCurrent', 'get').mockReturnValue(false);
    const next = nextOf(stream);
    city.ticker.tick();
    await eventually('the beat that was due has been passed over', () => isCurrent.mock.calls.length > 0);
    isCurrent.mockRestore();
    city.ticker.tick();

    expect(await next).toMatchObject({ typeName: 'Heartbeat', cursor: start });
    await record(1, 2);
    expect(localIds(await changesOf(stream, 2))).toEqual(['M 1', 'M 2']);
  });

  test('shows a slow reader the matter as it is now, not as it was when the change came in', async () => {
    const { cursor } = (await nextOf(await city.stream())) as { cursor: string };
    await record(1, 50);
    const stream = await city.stream({}, cursor);
    // Reads on until the next matter has been looked up together with others before it.
    const lookedUp = (): number => city.lookUps.reduce((sum, asked) => sum + asked, 0);
    let taken = 0;
    do taken += (await changesOf(stream, 1)).length;
    while (lookedUp() <= taken);

    const next = `M ${taken + 1}`;
    city.matters.set(aMatter(next).uuid, aMatter(next, { title: '已密封', sealed: true, version: 2 }));
    city.now = new Date(city.now.getTime() + 60_000);

    expect((await changesOf(stream, 1))[0]!.matter).toMatchObject({ title: '已密封', version: 2 });
  });

  test('passes over a change whose matter is no longer there', async () => {
    const stream = await city.stream();
    await nextOf(stream);
    await record(1, 2);
    city.matters.delete(aMatter('M 1').uuid);

    expect(localIds(await changesOf(stream, 1))).toEqual(['M 2']);
  });

  test('says nothing of a change that was withdrawn, neither live nor to whoever resumes before, at or after it', async () => {
    const live = await city.stream();
    const { cursor: start } = (await nextOf(live)) as { cursor: string };
    await record(1, 3);
    const [first, second] = await changesOf(live, 2);

    await city.withdraw(aMatter('M 2'), aMatter('M 3'));
    // M 3 may have been looked up for this reader already; what is shown is at most a second old.
    city.now = new Date(city.now.getTime() + 1_001);
    await record(4, 4);

    expect(localIds(await changesOf(live, 1))).toEqual(['M 4']);
    for (const [cursor, expected] of [
      [start, ['M 1', 'M 4']],
      [first!.cursor, ['M 4']],
      [second!.cursor, ['M 4']],
    ] as const) {
      // What one reader looked up serves another for half a second.
      city.now = new Date(city.now.getTime() + 1_001);
      const resumed = await city.stream({}, cursor);
      const asked = city.lookUps.length;
      expect(await nextOf(resumed)).toMatchObject({ typeName: 'Heartbeat' });
      expect(localIds(await changesOf(resumed, expected.length))).toEqual(expected);
      expect(city.lookUps.slice(asked).reduce((sum, matters) => sum + matters, 0)).toBe(expected.length);
      await resumed.return?.();
    }
  });
});
