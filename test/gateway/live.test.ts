import { randomUUID } from 'node:crypto';

import type { Client } from 'graphql-ws';
import WebSocket from 'ws';

import { GraphqlClient } from '../support/gateway/graphql-client.js';
import { type Delivery, liveClient, liveQuery, read } from '../support/gateway/live-client.js';
import { startQuietPlatform } from '../support/gateway/start-quiet-platform.js';
import { countOf } from '../support/gateway/statements-of.js';
import type { TestPlatform } from '../support/platform.js';

const licun = '360203003';
const report = `mutation Report($input: ReportMatterInput!) { reportMatter(input: $input) { ... on MatterChanged { event { cursor position eventId } matter { id grid { code } } } } }`;
interface Reported {
  readonly event: { readonly cursor: string; readonly position: number; readonly eventId: string };
  readonly matter: { readonly id: string; readonly grid: { readonly code: string } };
}

/** A delivery as the state of a stream is asked for. */
interface State {
  readonly __typename: string;
  readonly cursor?: string;
  readonly isLast?: boolean;
  readonly matters?: readonly {
    readonly id: string;
    readonly state: string;
    readonly assignments: readonly { readonly until: string | null; readonly organisation: { readonly department: string | null } }[];
  }[];
}

describe('changes of matters, live', () => {
  let platform: TestPlatform;
  let http: GraphqlClient;
  let grids: readonly string[];
  const clients: Client[] = [];
  beforeAll(async () => {
    platform = await startQuietPlatform();
    http = new GraphqlClient(platform.url);
    const { allElementsGrids } = await http.data<{ allElementsGrids: { nodes: readonly { code: string }[] } }>(
      `{ allElementsGrids(first: 5, where: { division: { within: "${licun}" } }) { nodes { code } } }`,
    );
    grids = allElementsGrids.nodes.map(({ code }) => code);
  }, 600_000);
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(() => platform.stop());

  const open = (wish: Parameters<typeof read>[1] = {}) => {
    const client = liveClient(platform.url);
    clients.push(client);
    return read(client, wish);
  };
  const reported = async (title: string, grid = grids[0]!): Promise<Reported> => {
    const input = { idempotencyKey: randomUUID(), title, grid, category: { standard: 'GB/T 31000-2015', code: '07' } };
    return (await http.data<{ reportMatter: Reported }>(report, { input })).reportMatter;
  };
  const titles = (deliveries: readonly Delivery[]) => deliveries.map(({ matter }) => matter?.title);

  test('a heartbeat comes at once, with a cursor and the server’s time', async () => {
    const first = await open().next();

    expect(first).toMatchObject({ __typename: 'Heartbeat', cursor: expect.stringMatching(/^[\w.-]+$/) as string });
    expect(Math.abs(Date.parse(first.serverTime!) - Date.now())).toBeLessThan(60_000);
  });

  test('a reported matter arrives as an event with the matter and the step it took', async () => {
    const live = open();
    await live.next();
    const { event, matter } = await reported('路灯不亮');
    const delivery = await live.nextEvent();

    expect(delivery).toMatchObject({
      __typename: 'MatterEvent',
      kind: 'MATTER_RECORDED',
      eventId: event.eventId,
      position: event.position,
      transition: { toState: 'REPORTED', version: 1 },
      matter: { id: matter.id, title: '路灯不亮', state: 'REPORTED', grid: { code: grids[0] }, keeper: { name: '里村街道办事处' } },
    });
  });

  test('who resumes from a cursor gets exactly what followed, in order and once', async () => {
    const live = open();
    await live.next();
    const names = Array.from({ length: 12 }, (_, place) => `第${place + 1}件`);
    for (const name of names.slice(0, 6)) await reported(name);
    const seen = [await live.nextEvent(), await live.nextEvent(), await live.nextEvent()];
    await live.stop();
    for (const name of names.slice(6)) await reported(name);

    const again = open({ after: seen[2]!.cursor });
    const rest: Delivery[] = [];
    while (rest.length < 9) rest.push(await again.nextEvent());
    expect(titles([...seen, ...rest])).toEqual(names);
    const positions = [...seen, ...rest].map(({ position }) => position!);
    // Whatever else the city tells meanwhile has its places in the same log.
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));

    // A mutation's own cursor and a heartbeat's lead on as well.
    const { event } = await reported('最后第二件');
    const fromMutation = open({ after: event.cursor });
    await reported('最后一件');
    expect((await fromMutation.nextEvent()).matter!.title).toBe('最后一件');
    const { cursor } = await open().next();
    const fromHeartbeat = open({ after: cursor });
    await reported('其后');
    expect((await fromHeartbeat.nextEvent()).matter!.title).toBe('其后');
  });

  test('a filter lets through what meets it, and only that', async () => {
    const here = open({ where: { grid: grids[1] } });
    const street = open({ where: { division: { within: licun } } });
    const elsewhere = open({ where: { department: ['PETITION'] } });
    for (const live of [here, street, elsewhere]) await live.next();
    await reported('别处', grids[2]);
    await reported('此处', grids[1]);

    expect((await here.nextEvent()).matter!.title).toBe('此处');
    expect([(await street.nextEvent()).matter!.title, (await street.nextEvent()).matter!.title]).toEqual(['别处', '此处']);
  });

  test('a cursor of other conditions, an edited one and a page’s cursor are refused; the socket stays', async () => {
    const filtered = open({ where: { grid: grids[1] } });
    const { cursor } = await filtered.next();
    const { allElementsGrids } = await http.data<{ allElementsGrids: { pageInfo: { endCursor: string } } }>(
      '{ allElementsGrids(first: 1) { pageInfo { endCursor } } }',
    );
    const client = liveClient(platform.url);
    clients.push(client);
    const edited = cursor.slice(0, -6) + (cursor.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA');
    for (const after of [cursor, edited, allElementsGrids.pageInfo.endCursor, 'AAAA'])
      await expect(read(client, { after }).next()).rejects.toMatchObject({ code: 'CURSOR_INVALID' });

    expect((await read(client, { after: cursor, where: { grid: grids[1] } }).next()).__typename).toBe('Heartbeat');
  });

  test('conditions that nobody could meet are refused', async () => {
    const wishes = [{ unit: { department: 'PETITION', localId: 'x', layer: 'housing/estate' } }, { grid: 'not a code' }];
    for (const where of wishes) await expect(open({ where }).next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a stream begins with the state under its conditions, in the viewer’s own ids, and goes on behind it', async () => {
    const responsible = { department: ['URBAN_MANAGEMENT', 'HOUSING'] };
    const area = { west: 116, south: 28, east: 119, north: 31 };
    const where = { division: { within: licun }, department: ['URBAN_MANAGEMENT'], area, responsible };
    const query = `subscription State($where: MatterEventFilter) {
      matterEvents(where: $where, begin: SNAPSHOT, unitsOf: { department: PARTY_BUILDING }) {
        __typename
        ... on MatterSnapshot { part isLast matters { id state assignments { until organisation { department } } } }
        ... on MatterEvent { matter { id } units { layer placements { weight by } unplaced doubleCover } }
        ... on Heartbeat { cursor }
      } }`;
    const client = liveClient(platform.url);
    clients.push(client);
    const deliveries = client.iterate<{ readonly matterEvents: State }>({ query, variables: { where } });
    const next = async (): Promise<State> => ((await deliveries.next()).value as { data: { matterEvents: State } }).data.matterEvents;
    const parts = [await next()];
    while (!parts.at(-1)!.isLast) parts.push(await next());
    const { cursor } = await next();

    const matters = parts.flatMap((part) => part.matters!);
    expect(cursor).toMatch(/^[\w.-]+$/);
    expect(matters.length).toBeGreaterThan(0);
    expect(new Set(matters.map(({ id }) => id)).size).toBe(matters.length);
    for (const { state, assignments } of matters) {
      expect(['CLOSED', 'EVALUATED', 'SETTLED', 'WITHDRAWN']).not.toContain(state);
      const now = assignments.filter(({ until }) => until === null).flatMap(({ organisation }) => organisation.department ?? []);
      expect(now.some((department) => responsible.department.includes(department))).toBe(true);
    }
    await deliveries.return?.();
  });

  describe('the socket itself', () => {
    const url = () => `${platform.url.replace('http', 'ws')}/graphql`;
    const connected = async (options: WebSocket.ClientOptions = {}): Promise<Wire> => {
      const wire = new Wire(new WebSocket(url(), 'graphql-transport-ws', options));
      await wire.opened;
      return wire;
    };
    const initialised = async (): Promise<Wire> => {
      const wire = await connected();
      wire.send({ type: 'connection_init' });
      expect(await wire.message()).toMatchObject({ type: 'connection_ack' });
      return wire;
    };
    const subscribe = (id: string, query = liveQuery) => ({ id, type: 'subscribe', payload: { query } });

    test('queries and mutations are refused over it, and ask and write nothing', async () => {
      const wire = await initialised();
      const cost = await countOf(platform, async () => {
        const refused = [
          '{ matters { totalCount } }',
          'mutation { reportMatter(input: { idempotencyKey: "ws", title: "t", category: { standard: "s", code: "c" }, grid: "1" }) { __typename } }',
        ];
        for (const [place, query] of refused.entries()) {
          wire.send(subscribe(String(place), query));
          expect(await wire.message()).toMatchObject({
            type: 'error',
            id: String(place),
            payload: [{ extensions: { code: 'BAD_USER_INPUT' } }],
          });
        }
      });
      expect(cost).toBe(0);
      wire.close();
    });

    test('a page of another origin is refused with 403; our own pages and programs are let in', async () => {
      for (const origin of ['http://evil.example', 'null', 'https://127.0.0.1.evil.example', 'http://127.0.0.1:1']) {
        const socket = new WebSocket(url(), 'graphql-transport-ws', { origin });
        const status = await new Promise((resolve) => {
          socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
          socket.on('open', () => resolve('open'));
          socket.on('error', () => undefined);
        });
        expect([origin, status]).toEqual([origin, 403]);
        socket.terminate();
      }
      (await connected({ origin: platform.url })).close();
    });

    test('breaches of the protocol close the socket with the protocol’s own codes', async () => {
      const breaches: readonly (readonly [string, (wire: Wire) => void, boolean, number])[] = [
        ['subscribing before connection_init', (wire) => wire.send(subscribe('1')), false, 4401],
        ['connection_init twice', (wire) => wire.send({ type: 'connection_init' }), true, 4429],
        ['one id for two subscriptions', (wire) => [1, 2].forEach(() => wire.send(subscribe('same'))), true, 4409],
        ['what is no JSON', (wire) => wire.sendRaw('no json'), true, 4400],
        ['an unknown type', (wire) => wire.send({ type: 'hello' }), true, 4400],
        ['a binary frame', (wire) => wire.sendRaw(Buffer.from([0, 1, 2])), true, 4400],
      ];
      for (const [name, breach, isInitialised, code] of breaches) {
        const wire = await (isInitialised ? initialised() : connected());
        breach(wire);
        expect([name, (await wire.closed).code]).toEqual([name, code]);
      }
    });

    test('another sub-protocol is closed with 4406, another path is not found, a huge message is cut off', async () => {
      const old = new Wire(new WebSocket(url(), 'graphql-ws'));
      expect((await old.closed).code).not.toBe(1000);
      const lost = new WebSocket(`${platform.url.replace('http', 'ws')}/other`, 'graphql-transport-ws');
      const status = await new Promise((resolve) => {
        lost.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
        lost.on('error', () => undefined);
      });
      expect(status).toBe(404);
      lost.terminate();
      // The protocol's library tells the console of it.
      const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const wire = await initialised();
      wire.sendRaw('x'.repeat(300 * 1024));
      expect((await wire.closed).code).toBe(1009);
      said.mockRestore();
    });

    test('a document of too many tokens, or one that is invalid, is an error of its id and the socket stays', async () => {
      const wire = await initialised();
      const documents = [
        `subscription { ${'matterEvents { __typename } '.repeat(800)} }`,
        'subscription { passwords }',
        'subscription {',
        `subscription { ${'a { '.repeat(3_000)}`,
      ];
      for (const [place, query] of documents.entries()) {
        wire.send(subscribe(`bad ${place}`, query));
        expect(await wire.message()).toMatchObject({ type: 'error', id: `bad ${place}` });
      }
      wire.send(subscribe('good'));
      expect(await wire.message()).toMatchObject({
        type: 'next',
        id: 'good',
        payload: { data: { matterEvents: { __typename: 'Heartbeat' } } },
      });
      wire.close();
      for (const text of wire.received) expect(text).not.toMatch(/\n\s+at |node_modules|\/work\/|postgres/);
    });

    test('when the platform stops, every socket is told 1012, so that clients come back', async () => {
      const own = await startQuietPlatform();
      const wires = await Promise.all(
        Array.from({ length: 3 }, async () => {
          const wire = new Wire(new WebSocket(`${own.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws'));
          await wire.opened;
          wire.send({ type: 'connection_init' });
          await wire.message();
          wire.send(subscribe('1'));
          await wire.message();
          return wire;
        }),
      );
      await own.stop();

      expect((await Promise.all(wires.map(({ closed }) => closed))).map(({ code }) => code)).toEqual([1012, 1012, 1012]);
    }, 120_000);
  });
});

/** A bare socket, for what a well-behaved client never does. */
class Wire {
  readonly opened: Promise<void>;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly received: string[] = [];
  readonly #socket: WebSocket;
  readonly #waiting: ((text: string) => void)[] = [];
  readonly #unread: string[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => undefined);
    this.opened = new Promise((resolve) => socket.on('open', () => resolve()));
    this.closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })));
    socket.on('message', (bytes: Buffer) => {
      const text = bytes.toString();
      this.received.push(text);
      const next = this.#waiting.shift();
      if (next) next(text);
      else this.#unread.push(text);
    });
  }

  send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  sendRaw(frame: string | Buffer): void {
    this.#socket.send(frame);
  }

  async message(): Promise<unknown> {
    const text = this.#unread.shift() ?? (await new Promise<string>((resolve) => this.#waiting.push(resolve)));
    return JSON.parse(text);
  }

  close(): void {
    this.#socket.close();
  }
}
