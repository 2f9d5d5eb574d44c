import { connect, type Socket } from 'node:net';

import WebSocket from 'ws';

import { AbusedCity } from '../support/abuse/abused-city.js';
import { demoToken } from '../support/access/demo-token.js';

const protocol = 'graphql-transport-ws';
const live = 'subscription S { matterEvents { __typename } }';

/** What a socket came to: the messages that it got and the code that it closed with. */
interface Ended {
  readonly code: number;
  readonly messages: readonly Message[];
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

describe('hostile sockets are closed by the words of the protocol, and cost no statement', () => {
  let city: AbusedCity;
  beforeAll(async () => {
    city = await AbusedCity.start({ REQUEST_TIMEOUT: '5' });
  }, 120_000);
  afterAll(() => city.stop());

  const init = { type: 'connection_init' };
  const subscribe = (id: string, query = live): object => ({ type: 'subscribe', id, payload: { query } });
  const url = (): string => `${city.platform.url.replace('http', 'ws')}/graphql`;
  const open = (options: WebSocket.ClientOptions = {}): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url(), protocol, options);
      socket.once('open', () => resolve(socket));
      socket.once('error', reject);
    });
  const ended = (socket: WebSocket): Promise<Ended> =>
    new Promise((resolve) => {
      const messages: Message[] = [];
      socket.on('message', (text: Buffer) => messages.push(JSON.parse(text.toString()) as Message));
      socket.on('error', () => undefined);
      socket.once('close', (code) => resolve({ code, messages }));
    });
  /** The messages until one of a type and an id; the socket stays open. */
  const until = (socket: WebSocket, type: string, id?: string): Promise<Message> =>
    new Promise((resolve, reject) => {
      socket.on('message', (text: Buffer) => {
        const message = JSON.parse(text.toString()) as Message;
        if (message.type === type && (id === undefined || message.id === id)) resolve(message);
      });
      socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
    });
  const send = (socket: WebSocket, ...messages: readonly (object | string)[]): void => {
    for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  };
  const codeOf = ({ payload }: Message): unknown => (payload as readonly { extensions: { code: string } }[])[0]!.extensions.code;
  const ready = async (): Promise<WebSocket> => {
    const socket = await open();
    const acknowledged = until(socket, 'connection_ack');
    send(socket, init);
    await acknowledged;
    return socket;
  };

  test.each([
    ['subscribes before it began', 4401, [subscribe('1')]],
    ['begins twice', 4429, [init, init]],
    ['uses an id twice', 4409, [init, subscribe('1'), subscribe('1')]],
    ['sends what is no JSON', 4400, ['{']],
    ['sends a message without a type', 4400, [{}]],
    ['sends a type that nobody knows', 4400, [init, { type: 'start', id: '1', payload: {} }]],
  ])('A27: a socket that %s is closed with %i', async (_what, code, messages) => {
    await city.endures(async () => {
      const socket = await open();
      const end = ended(socket);
      if (messages.length > 1) {
        const acknowledged = until(socket, 'connection_ack').catch(() => undefined);
        send(socket, messages[0]!);
        if (code !== 4429) await acknowledged;
        send(socket, ...messages.slice(1));
      } else send(socket, ...messages);
      const { code: closed, messages: said } = await end;
      expect(closed).toBe(code);
      return said.map((message) => JSON.stringify(message));
    });
  });

  test('A27: binary frames are read like texts, or refused', async () => {
    const socket = await open();
    const end = ended(socket);
    socket.send(Buffer.from([0xff, 0xfe, 0, 1, 2, 3]), { binary: true });
    expect((await end).code).toBe(4400);
  });

  test('A28: queries and mutations are refused on a socket, and not executed', async () => {
    await city.endures(async () => {
      const socket = await ready();
      const refusals = Promise.all([until(socket, 'error', 'q'), until(socket, 'error', 'm')]);
      send(socket, subscribe('q', '{ city { code } }'), subscribe('m', 'mutation { __typename }'));
      const [query, mutation] = await refusals;
      expect([codeOf(query), codeOf(mutation)]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
      socket.close();
      return [JSON.stringify(query), JSON.stringify(mutation)];
    });
  });

  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['a cookie and no origin', { headers: { cookie: 'session=1' } }],
  ])('A29: %s is answered 403', async (_what, options) => {
    await expect(open(options)).rejects.toThrow('403');
    const own = await open({ origin: city.platform.url });
    own.close();
  });

  test('A30: a socket that never begins is closed with 4408', async () => {
    const socket = await open();
    expect((await ended(socket)).code).toBe(4408);
  });

  test('A31: an upgrade with 2,000 headers or 64 kB of them is answered 431', async () => {
    await city.endures(async () => {
      const many = Array.from({ length: 2_000 }, (_, place) => `X-${place}: ${place}`);
      const answers = await Promise.all([upgradeWith(many), upgradeWith([`X-Long: ${'x'.repeat(64 * 1024)}`])]);
      expect(answers.map((text) => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1])).toEqual(['431', '431']);
      return answers;
    });
  });

  test('A32: tiny fragments without end, a frame of 20 MiB, and compressed frames', async () => {
    await city.endures(async () => {
      const large = await open();
      const largeEnd = ended(large);
      large.send('x'.repeat(20 * 1024 * 1024), () => undefined);
      expect((await largeEnd).code).toBe(1009);

      const pieces = await open();
      const piecesEnd = ended(pieces);
      for (let piece = 0; piece < 2_000 && pieces.readyState === WebSocket.OPEN; piece++) pieces.send('x', { fin: false }, () => undefined);
      expect([1008, 1009]).toContain((await piecesEnd).code);

      const deflating = await open({ perMessageDeflate: true });
      expect(deflating.extensions).toBe('');
      deflating.close();
      return [];
    });
  });

  test('A33: the 51st subscription of a socket and the 21st socket of a principal', async () => {
    const socket = await ready();
    const refusal = until(socket, 'error', 's50');
    send(socket, ...Array.from({ length: 51 }, (_, place) => subscribe(`s${place}`)));
    expect(codeOf(await refusal)).toBe('LIMIT');
    socket.close();

    const authorization = `Bearer ${await demoToken(city.platform, { subject: 'many-sockets', role: 'ANALYST', department: null })}`;
    const begun = async (): Promise<WebSocket> => {
      const one = await open();
      const answer = until(one, 'connection_ack');
      send(one, { ...init, payload: { authorization } });
      await answer;
      return one;
    };
    const sockets = await Promise.all(Array.from({ length: 20 }, begun));
    const tooMany = await open();
    const end = ended(tooMany);
    send(tooMany, { ...init, payload: { authorization } });
    expect((await end).code).toBe(1013);
    for (const one of sockets) one.close();
  });

  test('A34: a flood of pings, of frames and of the protocol, ends the socket', async () => {
    await city.endures(async () => {
      const frames = await open();
      const framesEnd = ended(frames);
      for (let ping = 0; ping < 2_000 && frames.readyState === WebSocket.OPEN; ping++) frames.ping('x', undefined, () => undefined);
      expect([4429, 1006]).toContain((await framesEnd).code);

      const protocolPings = await ready();
      const protocolEnd = ended(protocolPings);
      for (let ping = 0; ping < 2_000 && protocolPings.readyState === WebSocket.OPEN; ping++)
        protocolPings.send(JSON.stringify({ type: 'ping' }), () => undefined);
      expect([4429, 1006]).toContain((await protocolEnd).code);
      return [];
    });
  });

  test('A35: a document that is too deep, too long or too dear is refused on its id, and the socket stays', async () => {
    await city.endures(async () => {
      const socket = await ready();
      const deep = `subscription { matterEvents { ... on MatterEvent { matter { grid { division { ${'parent { '.repeat(12)}name${' }'.repeat(12)} } } } } } }`;
      const tokens = `subscription { matterEvents { ${'__typename '.repeat(3_000)} } }`;
      const aliases = `subscription { matterEvents { ... on Heartbeat { ${Array.from({ length: 16 }, (_, place) => `a${place}: cursor`).join(' ')} } } }`;
      const answers = Promise.all(['d', 't', 'a', 'x'].map((id) => until(socket, 'error', id)));
      send(
        socket,
        subscribe('d', deep),
        subscribe('t', tokens),
        subscribe('a', aliases),
        subscribe('x', `subscription { ${'{'.repeat(9_000)}`),
      );
      expect((await answers).map(codeOf)).toEqual(['QUERY_TOO_DEEP', 'QUERY_TOKENS', 'QUERY_ALIASES', 'GRAPHQL_PARSE_FAILED']);
      expect(socket.readyState).toBe(WebSocket.OPEN);
      socket.close();
      return (await answers).map((answer) => JSON.stringify(answer));
    });
  });

  test('A17, A26: whoever is bound to kept documents subscribes by id, and sends no text of its own', async () => {
    const socket = await open();
    const acknowledged = until(socket, 'connection_ack');
    send(socket, { ...init, payload: await city.as('SCREEN') });
    await acknowledged;
    const refusals = Promise.all([until(socket, 'error', 'own'), until(socket, 'error', 'none')]);
    send(socket, subscribe('own'), {
      type: 'subscribe',
      id: 'none',
      payload: { query: '', extensions: { documentId: `sha256:${'0'.repeat(64)}` } },
    });
    expect((await refusals).map(codeOf)).toEqual(['FORBIDDEN', 'PERSISTED_DOCUMENT_NOT_FOUND']);
    socket.close();
  });

  /** The answer to an upgrade with these header lines, sent as they are. */
  function upgradeWith(headers: readonly string[]): Promise<string> {
    const { hostname, port } = new URL(city.platform.url);
    return new Promise((resolve) => {
      const socket: Socket = connect(Number(port), hostname, () =>
        socket.write(
          `GET /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers.join('\r\n')}\r\n\r\n`,
        ),
      );
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });
  }
});
