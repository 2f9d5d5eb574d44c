import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

import { WebSocket } from 'ws';

import { demoToken } from '../../support/access/demo-token.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { liveClient, read } from '../../support/gateway/live-client.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';

const whoAmI = '{ whoAmI { subject kind role department divisions } }';

interface Me {
  readonly whoAmI: { readonly subject: string; readonly role: string; readonly department: string | null };
}

describe('who asks', () => {
  let city: ServedCity;
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
  }, 120_000);
  afterAll(() => city?.stop());

  const as = (token: string): GraphqlClient => new GraphqlClient(city.platform.url, token);

  test('a caller without credentials is the demonstration analyst', async () => {
    expect((await city.client.data<Me>(whoAmI)).whoAmI).toMatchObject({ subject: 'demo-analyst', role: 'ANALYST' });
  });

  test('a demonstration token makes its bearer whom it says', async () => {
    const token = await demoToken(city.platform, {
      subject: 'd',
      role: 'DEPARTMENT_HANDLER',
      department: 'ORCHARD',
      divisions: ['990101'],
    });
    expect((await as(token).data<Me>(whoAmI)).whoAmI).toEqual({
      subject: 'd',
      kind: 'PERSON',
      role: 'DEPARTMENT_HANDLER',
      department: 'ORCHARD',
      divisions: ['990101'],
    });
  });

  test.each(['Bearer nonsense', 'Bearer ', 'Basic YTpi', '', 'Bearer a.b.c', 'Bearer key_unknown_secret'])(
    'bad credentials (%s) are refused, and never taken for none',
    async (authorization) => {
      const { status, errors } = await city.client.ask(whoAmI, {}, { authorization });
      expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([401, ['UNAUTHENTICATED']]);
    },
  );

  test('a token for an office, role or division that the city does not have is refused by the name of the claim', async () => {
    const bad = { department: 'PETITION', role: 'KING' as never, divisions: ['no code!'], grids: ['not one'], organisation: '' };
    for (const [claim, value] of Object.entries(bad)) {
      const { errors } = await as(await demoToken(city.platform, { [claim]: value })).ask(whoAmI);
      expect([errors[0]!.extensions.code, errors[0]!.message]).toEqual(['UNAUTHENTICATED', expect.stringContaining(claim)]);
    }
  });

  test('a socket is opened with a good token and refused with a bad one', async () => {
    const good = liveClient(city.platform.url, await demoToken(city.platform));
    const stream = read(good);
    expect((await stream.next()).__typename).toBe('Heartbeat');
    await stream.stop();
    await good.dispose();

    const bad = liveClient(city.platform.url, 'nonsense');
    await expect(read(bad).next()).rejects.toMatchObject({ code: 4403, reason: expect.stringMatching(/^UNAUTHENTICATED: /) });
    await bad.dispose();
  });

  test.each<[string, (token: string) => Readonly<Record<string, unknown>>]>([
    ['nonsense under another spelling of its name', () => ({ AUTHORIZATION: 'Bearer nonsense' })],
    ['two of them', (token) => ({ authorization: `Bearer ${token}`, Authorization: `Bearer ${token}` })],
    ['a list', (token) => ({ authorization: [`Bearer ${token}`] })],
    ['an object', () => ({ authorization: { toString: 'Bearer' } })],
    ['false', () => ({ authorization: false })],
    ['an empty text', () => ({ authorization: '' })],
  ])('a socket’s credential that comes as %s is never taken for none', async (_how, paramsOf) => {
    const token = await demoToken(city.platform, { role: 'AUDITOR' });
    const socket = new WebSocket(`${city.platform.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: paramsOf(token) })));
    socket.once('message', () => socket.close(1000));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4403);
  });

  test('two credentials in one request are refused, whichever of them is good', async () => {
    const token = await demoToken(city.platform);
    const asked = request(`${city.platform.url}/graphql`, { method: 'POST' });
    asked.setHeader('authorization', [`Bearer ${token}`, 'Bearer nonsense']);
    asked.setHeader('content-type', 'application/json');
    asked.end(JSON.stringify({ query: whoAmI }));
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(401);
  });
});
