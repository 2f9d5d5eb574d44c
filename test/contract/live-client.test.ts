import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

import WebSocket from 'ws';

import * as door from '../../src/client/index.js';
import {
  type Following,
  type FollowWish,
  type LiveClient,
  liveClient,
  type LiveClientOptions,
  type LiveEvent,
  type Refusal,
  type StreamGap,
  streamMarks,
  systemTiming,
} from '../../src/client/index.js';
import { eventually } from '../support/eventlog/eventually.js';
import { aMatter, LiveCity } from '../support/live/a-live-city.js';
import { aLiveGateway, type LiveGateway } from '../support/live/a-live-gateway.js';

const query = `subscription Changes($after: Cursor, $where: MatterEventFilter) {
  matterEvents(after: $after, where: $where) { ${streamMarks} ... on MatterEvent { cursor eventId matter { localId } } }
}`;

interface Changed extends LiveEvent {
  readonly matter: { readonly localId: string };
}

// What the following itself does is told by its unit test; here both carriers keep what it counts on, against the platform's own transports.
describe.each(['websocket', 'sse'] as const)('a client by %s', (transport) => {
  let city: LiveCity;
  let gateway: LiveGateway;
  let clients: LiveClient[];
  let got: string[];
  let gaps: StreamGap[];
  let refused: Refusal[];
  beforeEach(async () => {
    city = await LiveCity.open();
    gateway = await aLiveGateway(city);
    [clients, got, gaps, refused] = [[], [], [], []];
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await gateway.stop();
    await city.log.close();
  });

  const follow = (wish: Partial<FollowWish<Changed>> = {}, options: Partial<LiveClientOptions> = {}): Following => {
    const timing = { ...systemTiming, random: () => 0.02 };
    const client = liveClient({ url: () => gateway.url, transport, webSocketImpl: WebSocket, timing, ...options });
    clients.push(client);
    return client.follow<Changed>({
      query,
      onEvent: ({ matter }) => void got.push(matter.localId),
      onGap: (gap) => void gaps.push(gap),
      onRefused: (refusal) => void refused.push(refusal),
      ...wish,
    });
  };
  const live = (following: Following): Promise<void> => eventually('it is live', () => following.state.phase === 'LIVE');
  const received = (count: number): Promise<void> => eventually(`${count} events came`, () => got.length >= count);

  test('gets each change once and in order, and knows that it is up to date', async () => {
    const following = follow();
    await live(following);
    await city.record(aMatter('M 1'), aMatter('M 2'));
    await received(2);

    expect(got).toEqual(['M 1', 'M 2']);
    expect(following.state).toMatchObject({ phase: 'LIVE', problem: null, cursor: expect.any(String) });
  });

  test('loses nothing and doubles nothing when its connection is cut, again and again', async () => {
    const following = follow();
    await live(following);
    const all: string[] = [];
    for (let round = 0; round < 5; round++) {
      const names = Array.from({ length: 20 }, (_, nth) => `M ${round}.${nth}`);
      all.push(...names);
      await city.record(...names.slice(0, 10).map((name) => aMatter(name)));
      gateway.cut();
      await city.record(...names.slice(10).map((name) => aMatter(name)));
    }
    await received(all.length);

    expect(got).toEqual(all);
    expect(gaps).toEqual([]);
  });

  test('F05: goes on at another server when its own stops, after the last change that it handled', async () => {
    const following = follow();
    await live(following);
    await city.record(aMatter('M 1'));
    await received(1);
    const other = await aLiveGateway(city);
    const old = gateway;
    gateway = other;
    await old.stop();
    await city.record(aMatter('M 2'));
    await received(2);

    expect([got, gaps, refused]).toEqual([['M 1', 'M 2'], [], []]);
  });

  test('keeps trying while there is no server at all', async () => {
    const nobody = createServer();
    nobody.listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const url = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`;
    await new Promise<void>((resolve) => void nobody.close(() => resolve()));
    let attempts = 0;
    const following = follow({}, { url: () => (++attempts < 4 ? url : gateway.url) });
    await live(following);

    expect(attempts).toBe(4);
  });

  test('begins again where a connection never answers', async () => {
    const deaf: Server = createServer();
    deaf.listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const url = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`;
    let attempts = 0;
    const following = follow({}, { url: () => (++attempts < 2 ? url : gateway.url), heartbeatMs: 200 });
    await live(following);

    expect(attempts).toBeGreaterThan(1);
    deaf.close();
  });

  test('asks for its token with each connection, once more when it is refused, and then tells why it is refused', async () => {
    const tokens = ['bad', 'good'];
    const following = follow({}, { token: async () => tokens.shift() ?? 'bad' });
    await live(following);
    expect(gateway.watch.credentials).toEqual(['Bearer bad', 'Bearer good']);
    gateway.watch.isGood = false;
    gateway.watch.tellEnded();
    await following.ended;

    expect(refused).toMatchObject([{ code: 'UNAUTHENTICATED', message: expect.stringMatching(/\S/) }]);
    expect(gateway.watch.credentials).toEqual(['Bearer bad', 'Bearer good', 'Bearer bad']);
  });

  test('tells of a gap and begins anew where its cursor counts no longer', async () => {
    const cursors: (string | null)[] = [];
    const elsewhere = follow({ variables: { where: { state: ['CLOSED'] } } });
    await live(elsewhere);
    await eventually('it has a cursor', () => elsewhere.state.cursor !== null);
    const following = follow({ variables: { after: elsewhere.state.cursor }, onState: ({ cursor }) => void cursors.push(cursor) });
    await live(following);
    await city.record(aMatter('M 1'));
    await received(1);

    expect(gaps).toEqual([{ from: elsewhere.state.cursor, to: null, reason: 'CURSOR_INVALID', resync: true }]);
    expect(got).toEqual(['M 1']);
  });

  test('is refused with the reason where the platform will never serve it', async () => {
    const following = follow({ query: 'subscription ($after: Cursor) { passwords(after: $after) { __typename } }' });
    await following.ended;

    expect(refused).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringMatching(/passwords/) }]);
    expect(following.state.phase).toBe('REFUSED');
  });

  test('follows several subscriptions, and leaves nothing at the platform when it is closed', async () => {
    const one = follow();
    const two = follow({ variables: { where: { state: ['CLOSED'] } } });
    await Promise.all([live(one), live(two)]);
    expect(gateway.runs.figures.followers).toBe(2);
    for (const client of clients) client.close();
    await Promise.all([one.ended, two.ended]);

    await eventually('the platform has let go of it', () => gateway.runs.figures.followers === 0);
  });
});

test('the example of its README follows as it stands there', async () => {
  const city = await LiveCity.open();
  const gateway = await aLiveGateway(city);
  const said: unknown[][] = [];
  const readme = readFileSync(join(__dirname, '..', '..', 'src', 'client', 'README.md'), 'utf8');
  const example = /```js\n(.*?)```/s.exec(readme)![1]!.replace('http://127.0.0.1:4000', gateway.url);
  const modules: Readonly<Record<string, unknown>> = { './dist/src/client': door, ws: WebSocket };
  const run = compileFunction(`${example}; return client;`, ['require', 'console']) as (
    require: (name: string) => unknown,
    console: { log(...words: unknown[]): void },
  ) => LiveClient;
  const client = run((name) => modules[name], { log: (...words) => void said.push(words) });
  await eventually('it is live', () => said.some(([phase]) => phase === 'LIVE'));
  await city.record(aMatter('M 1'));
  await eventually('the change came', () => said.length > 1);

  expect(said).toEqual([
    ['LIVE', null],
    ['MATTER_RECORDED', '路灯不亮 M 1'],
  ]);
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(16);
  client.close();
  await gateway.stop();
  await city.log.close();
});
