import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { SharedRuns } from '../../../src/features/live/index.js';
import { KeptDocuments } from '../../../src/gateway/documents/kept-documents.js';
import { FreshSchema } from '../../../src/gateway/freshness/fresh-schema.js';
import { Admission } from '../../../src/gateway/limits/admission.js';
import { limitKeepers } from '../../../src/gateway/limits/limit-keepers.js';
import { serveSubscriptions, type Subscriptions } from '../../../src/gateway/websocket/subscriptions.js';
import { silentLog } from '../../../src/kernel/log.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { aCityModel } from '../../support/live/a-city-model.js';
import { aMatter, analyst, LiveCity } from '../../support/live/a-live-city.js';
import { liveSchema } from '../../support/live/live-schema.js';

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
  let server: Server;
  let subscriptions: Subscriptions;
  let client: Client;
  /** Each time that the city of now was asked for: by a new context, and by a stream that asks what its reader may see. */
  let models = 0;
  /** Whether the callers' credentials count. */
  let isGood = true;

  beforeEach(async () => {
    city = await LiveCity.open();
    server = createServer();
    models = 0;
    isGood = true;
    const model = () => {
      models += 1;
      return aCityModel();
    };
    const sources = {
      principals: { of: async () => analyst },
      watch: { isGood: () => isGood, whenEnded: () => () => undefined },
      clock: { now: () => city.now },
      model,
      agreements: () => ({ offices: [], sealing: [], grants: [] }),
    };
    const schema = await liveSchema(city);
    subscriptions = serveSubscriptions(server, {
      schemas: new FreshSchema(schema, () => null),
      sources,
      admission: new Admission(schema, limitKeepers(schema, true)),
      documents: { bindsRoles: false, keptFor: () => Promise.resolve({ documents: new KeptDocuments([]), bound: false }) },
      requestTimeoutMs: 30_000,
      audit: { reads: () => Promise.resolve('WRITTEN'), refused: () => undefined },
      offices: () => null,
      runs: new SharedRuns(),
      log: silentLog,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = createClient({
      url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
  });
  afterEach(async () => {
    await client.dispose();
    await subscriptions.close();
    await new Promise((resolve) => server.close(resolve));
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
    const before = models;
    await city.record(aMatter('M 1'));
    await nextOf(deliveries);

    expect(models).toBeGreaterThan(before);
    await deliveries.return?.();
  });

  test('A47: an event is never sent once the credential counts no longer, even where nobody has told the socket yet', async () => {
    const deliveries = deliveriesOf();
    await nextOf(deliveries);
    isGood = false;
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
});
