import { once } from 'node:events';

import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { eventually } from '../../support/eventlog/eventually.js';
import { EventReader } from '../../support/gateway/event-reader.js';
import { aMatter, LiveCity } from '../../support/live/a-live-city.js';
import { aLiveGateway, type LiveGateway } from '../../support/live/a-live-gateway.js';

const query = `subscription Changes($after: Cursor) {
  matterEvents(after: $after) {
    __typename
    ... on MatterEvent { cursor matter { localId } }
    ... on Heartbeat { cursor }
    ... on StreamGap { reason }
  }
}`;

interface Delivery {
  readonly __typename: string;
  readonly cursor: string;
  readonly matter?: { readonly localId: string };
}

describe('matterEvents over WebSocket', () => {
  let city: LiveCity;
  let gateway: LiveGateway;
  let client: Client;
  beforeEach(async () => {
    city = await LiveCity.open();
    gateway = await aLiveGateway(city);
    client = createClient({ url: `${gateway.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
  });
  afterEach(async () => {
    await client.dispose();
    await gateway.stop();
    await city.log.close();
  });

  const deliveriesOf = (after: string | null = null) =>
    client.iterate<{ readonly matterEvents: Delivery }>({ query, variables: { after } });
  const nextOf = async (deliveries: ReturnType<typeof deliveriesOf>): Promise<Delivery> => {
    const { value } = (await deliveries.next()) as { value: { data?: { matterEvents: Delivery } | null; errors?: unknown } };
    expect(value.errors).toBeUndefined();
    return value.data!.matterEvents;
  };

  test('a client that went away resumes without hole and without double', async () => {
    const first = deliveriesOf();
    await nextOf(first);
    await city.record(aMatter('M 1'), aMatter('M 2'));
    const { cursor, matter } = await nextOf(first);
    expect(matter).toEqual({ localId: 'M 1' });
    await first.return?.();
    await eventually('the log has let go of the client', () => city.log.subscribers === 0);
    await city.record(aMatter('M 3'));

    const again = deliveriesOf(cursor);
    expect((await nextOf(again)).__typename).toBe('Heartbeat');
    expect([(await nextOf(again)).matter, (await nextOf(again)).matter]).toEqual([{ localId: 'M 2' }, { localId: 'M 3' }]);
    await again.return?.();
  });

  test('each delivery meets the city of its own moment', async () => {
    const deliveries = deliveriesOf();
    await nextOf(deliveries);
    const before = gateway.watch.models;
    await city.record(aMatter('M 1'));
    await nextOf(deliveries);

    expect(gateway.watch.models).toBeGreaterThan(before);
    await deliveries.return?.();
  });

  test('A47: an event is never sent once the credential counts no longer, even where nobody has told the socket yet', async () => {
    const deliveries = deliveriesOf();
    await nextOf(deliveries);
    gateway.watch.isGood = false;
    await city.record(aMatter('M 1'));

    await expect(deliveries.next()).rejects.toMatchObject({ code: 4403 });
  });

  test('a refused cursor is an error of the operation and leaves the socket open', async () => {
    const open = deliveriesOf();
    await nextOf(open);
    const refused = deliveriesOf('AAAA');

    expect((await refused.next()).value).toMatchObject({ errors: [{ path: ['matterEvents'], extensions: { code: 'CURSOR_INVALID' } }] });

    await city.record(aMatter('M 1'));
    expect((await nextOf(open)).matter).toEqual({ localId: 'M 1' });
    await open.return?.();
  });

  test('a stream that the server ends closes the socket so that clients come back, and names the cursor', async () => {
    const deliveries = deliveriesOf();
    const { cursor } = await nextOf(deliveries);
    const waiting = deliveries.next();
    await city.log.close();

    await expect(waiting).rejects.toMatchObject({ code: 1012, reason: `the server restarts, resume from ${cursor}` });
  });

  test('F05: a server that stops names the cursor in the reason of the close', async () => {
    const deliveries = deliveriesOf();
    const { cursor } = await nextOf(deliveries);
    const waiting = deliveries.next();
    const stopped = gateway.stop();

    await expect(waiting).rejects.toMatchObject({ code: 1012, reason: `the server restarts, resume from ${cursor}` });
    await stopped;
  });

  test('F05: peers that never read keep no server from stopping', async () => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    // It will not answer the closing either.
    socket.pause();
    const reader = await EventReader.open(gateway.url, { body: { query } });
    await reader.next();
    reader.response.pause();
    await gateway.stop();
    socket.terminate();
    reader.stop();
    // Left to itself, a socket would wait half a minute for the answer to its closing.
  }, 20_000);
});
