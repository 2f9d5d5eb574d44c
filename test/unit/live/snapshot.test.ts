import type { MatterDelivery, MatterEventConditions } from '../../../src/features/live/index.js';
import { type Answer, type MatterTold, type Placed, SharedRuns } from '../../../src/features/live/index.js';
import { mostMatters, partSize } from '../../../src/features/live/storage/matters/matter-state.js';
import { finalStates } from '../../../src/features/matters/index.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { seededRandom } from '../../support/gateway/seeded-random.js';
import { aMatter, LiveCity, type MatterStream, nextOf } from '../../support/live/a-live-city.js';
import { ASink } from '../../support/live/a-sink.js';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

describe('a stream that begins with the state', () => {
  let city: LiveCity;
  beforeEach(async () => {
    city = await LiveCity.open();
  });
  afterEach(() => city.log.close());

  const begin = async (conditions: MatterEventConditions = {}, after: string | null = null): Promise<MatterStream> => {
    const source = await city.live.streams.open({ conditions, begin: 'SNAPSHOT', after, scope: () => city.scope });
    return source[Symbol.asyncIterator]();
  };
  const record = (from: number, to: number): Promise<void> =>
    city.record(...Array.from({ length: to - from + 1 }, (_, nth) => aMatter(`M ${from + nth}`)));
  /** Everything up to the heartbeat behind the state. */
  const opening = async (stream: MatterStream): Promise<readonly MatterDelivery[]> => {
    const told: MatterDelivery[] = [];
    while (told.at(-1)?.typeName !== 'Heartbeat') told.push(await nextOf(stream));
    return told;
  };
  const shapes = (told: readonly MatterDelivery[]) =>
    told.map((one) => (one.typeName === 'MatterSnapshot' ? [one.matters.length, one.part, one.isLast] : one.typeName));

  test('tells open matters in parts, then the heartbeat from which it goes on', async () => {
    await record(1, 250);
    await city.record(aMatter('done', { state: 'CLOSED' }));
    const stream = await begin();
    const told = await opening(stream);

    expect(shapes(told)).toEqual([[100, 1, false], [100, 2, false], [50, 3, true], 'Heartbeat']);
    await record(251, 251);
    expect(await nextOf(stream)).toMatchObject({ matter: { localId: 'M 251' } });
    await stream.return?.();
    expect(city.log.subscribers).toBe(0);
  });

  test('tells one empty part where nothing meets the conditions, and closed matters where their state is asked for', async () => {
    await city.record(aMatter('open'), aMatter('done', { state: 'CLOSED' }));

    expect(shapes(await opening(await begin({ departments: ['HOUSING'] })))).toEqual([[0, 1, true], 'Heartbeat']);
    const [part] = await opening(await begin({ states: ['CLOSED'] }));
    expect(part).toMatchObject({ matters: [{ localId: 'done' }] });
  });

  test('whatever changes while the state is read is in the state or comes behind it', async () => {
    process.stdout.write(`  seed ${seed}\n`);
    const random = seededRandom(seed).next;
    await record(1, 350);
    let next = 351;
    city.beforePage = async () => {
      for (let change = 0; change < 10; change += 1) {
        const known = [...city.matters.values()];
        const old = known[Math.floor(random() * known.length)]!;
        const state = (['HANDLING', 'CLOSED', 'REPORTED'] as const)[Math.floor(random() * 3)]!;
        // What changes may also stand elsewhere in the order from now on.
        const reportedAt = new Date(old.reportedAt.getTime() + Math.floor((random() - 0.5) * 10_000));
        if (random() < 0.3) await record(next, next++);
        else await city.record({ ...old, state, reportedAt, version: old.version + 1 });
      }
    };
    const held = new Map<string, number>();
    const stream = await begin();
    const told = await opening(stream);
    for (const part of told) if (part.typeName === 'MatterSnapshot') for (const { uuid, version } of part.matters) held.set(uuid, version);
    const { position } = await city.log.head();
    for (let at = 0; at < position;) {
      const delivery = await nextOf(stream);
      if (delivery.typeName !== 'MatterEvent') continue;
      at = delivery.position;
      held.set(delivery.matter.uuid, delivery.matter.version);
    }

    const open = [...city.matters.values()].filter(({ state }) => !finalStates.includes(state));
    expect(open.filter(({ uuid, version }) => held.get(uuid) !== version)).toEqual([]);
    expect(position).toBeGreaterThan(350);
  });

  test('goes on after a cursor without telling the state, and tells it behind a gap', async () => {
    await record(1, 3);
    const told = await opening(await begin());
    const { cursor } = told.at(-1) as { cursor: string };
    await record(4, 4);

    const resumed = await begin({}, cursor);
    expect(await nextOf(resumed)).toMatchObject({ typeName: 'Heartbeat', cursor });
    expect(await nextOf(resumed)).toMatchObject({ matter: { localId: 'M 4' } });

    city.log.renewEpoch();
    expect(shapes(await opening(await begin({}, cursor)))).toEqual(['StreamGap', [4, 1, true], 'Heartbeat']);
  });

  test('of more than 10,000 matters is refused with their number', async () => {
    await record(1, mostMatters + 7);

    await expect(begin()).rejects.toMatchObject({ code: 'LIMIT', details: { limit: 10_000, found: 10_007 } });
    expect(city.log.subscribers).toBe(0);
  });

  describe('shared', () => {
    const make = async ({ delivery, at, cursor, kind }: Placed<MatterTold>): Promise<Answer> => {
      const size = delivery.typeName === 'MatterSnapshot' ? 300 * 1024 : 0;
      return { payload: Buffer.concat([Buffer.from(delivery.typeName), Buffer.alloc(size)]), at, cursor, kind };
    };
    const follow = async (sink: ASink) => {
      const runs = new SharedRuns();
      const source = await city.live.streams.open({ conditions: {}, begin: 'SNAPSHOT', after: null, scope: () => city.scope });
      return runs.follow({ key: 'one', source, make }, sink);
    };
    const typesOf = (sink: ASink): readonly string[] => sink.taken.map(({ payload }) => payload.toString().replaceAll('\0', ''));

    test('is read at its reader’s pace and lacks nothing', async () => {
      await record(1, 10 * partSize);
      let pages = 0;
      city.beforePage = async () => void (pages += 1);
      const sink = new ASink();
      sink.hasRoom = false;
      await follow(sink);
      await eventually('something waits', () => pages > 0);
      await city.record(aMatter('meanwhile'));
      expect(pages).toBeLessThan(4);

      sink.hasRoom = true;
      await eventually('the change came', () => typesOf(sink).includes('MatterEvent'));
      expect(typesOf(sink).filter((type) => type === 'MatterSnapshot').length).toBeGreaterThanOrEqual(10);
    });

    test('whoever is cut off within it is not told to go on behind it', async () => {
      await record(1, 3 * partSize);
      const sink = new ASink();
      sink.hasRoom = false;
      const { ended } = await follow(sink);
      const thrown = ended.then(
        () => null,
        (error: unknown) => error,
      );
      for (let part = 0; part < 2; part += 1) {
        sink.hasRoom = true;
        sink.hasRoom = false;
      }
      await city.log.close();
      sink.hasRoom = true;

      const error = (await thrown) as { readonly code: string; readonly details: { readonly resume?: string } };
      const isWhole = typesOf(sink).includes('Heartbeat');
      expect([error.code, error.details.resume !== undefined]).toEqual(['UNAVAILABLE', isWhole]);
    });
  });
});
