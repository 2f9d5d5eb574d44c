import { eventStreamLimits } from '../../../src/gateway/limits/limit-table.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { type EventAsk, EventReader, type StreamedEvent } from '../../support/gateway/event-reader.js';
import { aMatter, LiveCity } from '../../support/live/a-live-city.js';
import { aLiveGateway, type LiveGateway } from '../../support/live/a-live-gateway.js';

const query = `subscription Changes($after: Cursor) {
  matterEvents(after: $after) {
    __typename
    ... on MatterEvent { cursor matter { localId title } }
    ... on Heartbeat { cursor }
    ... on StreamGap { reason }
  }
}`;

interface Delivery {
  readonly __typename: string;
  readonly cursor: string;
  readonly matter?: { readonly localId: string };
}

const deliveryOf = (event: StreamedEvent | null): Delivery => (event!.data as { data: { matterEvents: Delivery } }).data.matterEvents;
const matterOf = (event: StreamedEvent | null): string | undefined => deliveryOf(event).matter?.localId;
const nextChange = async (reader: EventReader): Promise<string | undefined> => {
  for (;;) {
    const event = await reader.next();
    if (deliveryOf(event).__typename !== 'Heartbeat') return matterOf(event);
  }
};
const failure = (code: string, parts: object = {}): object => ({
  event: 'next',
  data: { errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code, ...parts }) }] },
});
const complete = { event: 'complete', id: null, data: null };

describe('subscriptions over server-sent events', () => {
  let city: LiveCity;
  let gateway: LiveGateway;
  let readers: EventReader[];
  beforeEach(async () => {
    city = await LiveCity.open();
    gateway = await aLiveGateway(city);
    readers = [];
  });
  afterEach(async () => {
    for (const reader of readers) reader.stop();
    await gateway.stop();
    await city.log.close();
  });

  const open = async (ask: EventAsk = { body: { query } }): Promise<EventReader> => {
    const reader = await EventReader.open(gateway.url, ask);
    readers.push(reader);
    return reader;
  };

  test('each delivery is an event whose id is its cursor, on a response that nobody keeps or gathers', async () => {
    const reader = await open();
    expect(reader.response.statusCode).toBe(200);
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect(reader.response.headers).not.toHaveProperty('content-encoding');
    const beat = await reader.next();
    await city.record(aMatter('M 1'));
    let change = await reader.next();
    while (deliveryOf(change).__typename === 'Heartbeat') change = await reader.next();

    expect([beat, change].map((event) => [event!.event, deliveryOf(event).__typename])).toEqual([
      ['next', 'Heartbeat'],
      ['next', 'MatterEvent'],
    ]);
    expect([beat!.id, change!.id]).toEqual([deliveryOf(beat).cursor, deliveryOf(change).cursor]);
    expect(reader.comments).toBeGreaterThan(0);
  });

  test('a reader that returns with Last-Event-ID gets what followed, without hole and without double', async () => {
    const first = await open();
    await first.next();
    await city.record(aMatter('M 1'), aMatter('M 2'));
    const { id } = (await first.next())!;
    first.stop();
    await eventually('the log has let go of the reader', () => city.log.subscribers === 0);
    await city.record(aMatter('M 3'));

    const asks: readonly EventAsk[] = [
      { body: { query }, headers: { 'last-event-id': id! } },
      { body: { query, variables: { after: id } }, headers: { 'last-event-id': id! } },
      { method: 'GET', search: { query, operationName: 'Changes', variables: '{}' }, headers: { 'last-event-id': id! } },
    ];
    for (const ask of asks) {
      const again = await open(ask);
      expect(deliveryOf(await again.next()).__typename).toBe('Heartbeat');
      expect([await nextChange(again), await nextChange(again)]).toEqual(['M 2', 'M 3']);
    }
  });

  test('two cursors that differ are refused, and so is a header that the document has no place for', async () => {
    const { id } = (await (await open()).next())!;
    const other = await open({ body: { query, variables: { after: 'AAAA' } }, headers: { 'last-event-id': id! } });
    const placeless = await open({ body: { query: 'subscription { matterEvents { __typename } }' }, headers: { 'last-event-id': id! } });

    expect(await other.rest()).toMatchObject([failure('BAD_USER_INPUT', { header: 'last-event-id', variable: 'after' }), complete]);
    expect(await placeless.rest()).toMatchObject([failure('BAD_USER_INPUT', { header: 'last-event-id' }), complete]);
  });

  test('what is wrong with the operation is the only event before the end, and is noted where it is a refusal', async () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ query: '{ asker }' }, 'BAD_USER_INPUT'],
      [{ query: 'mutation { record { __typename } }' }, 'BAD_USER_INPUT'],
      [{ query: 'subscription { passwords }' }, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
      [{ query, variables: { after: 'AAAA' } }, 'CURSOR_INVALID'],
      [{ documentId: `sha256:${'0'.repeat(64)}` }, 'PERSISTED_DOCUMENT_NOT_FOUND'],
    ];
    for (const [body, code] of wrong) expect(await (await open({ body })).rest()).toMatchObject([failure(code), complete]);

    expect(city.matters.size).toBe(0);
    expect(gateway.watch.refused).toEqual(['CURSOR_INVALID', 'PERSISTED_DOCUMENT_NOT_FOUND']);
  });

  test('what is wrong with the request is a status with a code', async () => {
    const search = { query };
    const wrong: readonly (readonly [EventAsk, number, string])[] = [
      [{ method: 'PUT' }, 405, 'BAD_USER_INPUT'],
      [{ body: { query }, headers: { accept: 'application/json' } }, 406, 'BAD_USER_INPUT'],
      [{ body: { query }, headers: { origin: 'http://evil.example' } }, 403, 'FORBIDDEN'],
      [{ method: 'GET', search, headers: { origin: 'null' } }, 403, 'FORBIDDEN'],
      [{ method: 'GET', search, headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'FORBIDDEN'],
      [{ method: 'GET', search, headers: { cookie: 'a=b' } }, 403, 'FORBIDDEN'],
      [{ body: { query }, headers: { authorization: 'Bearer bad' } }, 401, 'UNAUTHENTICATED'],
      [{ body: { query }, headers: { 'content-type': 'text/plain' } }, 400, 'BAD_USER_INPUT'],
      [{ method: 'GET', search: { query, variables: '{' } }, 400, 'BAD_USER_INPUT'],
      [{ method: 'GET', search: {} }, 400, 'BAD_USER_INPUT'],
      [{ body: { query }, headers: { 'x-purpose': '\u00e9' } }, 400, 'BAD_USER_INPUT'],
    ];
    for (const [ask, status, code] of wrong) {
      const refused = await open(ask);
      expect([ask, refused.response.statusCode]).toEqual([ask, status]);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    }
    const own = await open({ method: 'GET', search, headers: { 'sec-fetch-site': 'same-origin', cookie: 'a=b' } });
    expect(deliveryOf(await own.next()).__typename).toBe('Heartbeat');
  });

  test('A47: a stream ends with its credential, named, and no event is sent after that', async () => {
    const [told, untold] = [await open(), await open()];
    await told.next();
    await untold.next();
    gateway.watch.isGood = false;
    // The one learns it by the event that it may not have, the other by being told.
    await city.record(aMatter('M 1'));
    expect(await untold.rest()).toMatchObject([failure('UNAUTHENTICATED'), complete]);
    gateway.watch.tellEnded();
    expect(await told.rest()).toMatchObject([failure('UNAUTHENTICATED'), complete]);
  });

  test('F16: a reader that takes nothing is ended with the cursor to go on from, and keeps nobody else waiting', async () => {
    const slow = await open();
    const opened = (await slow.next())!;
    slow.response.pause();
    const quick = await open();
    await quick.next();
    // As much as the buffers of both ends and its queue hold together.
    const title = '很长的标题'.repeat(1_000);
    let told = 0;
    while (gateway.runs.figures.followers > 1) {
      await city.record(...Array.from({ length: 50 }, (_, nth) => aMatter(`M ${told + nth}`, { title })));
      for (let nth = 0; nth < 50; nth++) expect(await nextChange(quick)).toBe(`M ${told + nth}`);
      told += 50;
      expect(told).toBeLessThan(20_000);
    }
    slow.response.resume();
    const taken = await slow.rest();
    const last = taken.filter(({ id }) => id !== null).at(-1) ?? opened;

    expect(taken.length).toBeLessThan(told);
    expect(taken.slice(-2)).toMatchObject([failure('LIMIT', { resume: last.id }), complete]);
  });

  test('a principal may hold so many, and one that ends makes room', async () => {
    const held = await Promise.all(Array.from({ length: eventStreamLimits.ofPrincipal }, () => open()));
    const refused = await open();
    expect(refused.response.statusCode).toBe(429);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT', limit: eventStreamLimits.ofPrincipal } }] });

    held[0]!.stop();
    await eventually('there is room again', async () => (await open()).response.statusCode === 200);
  });

  test('equal subscriptions are one execution, whatever they come by', async () => {
    const readers = await Promise.all([open(), open({ method: 'GET', search: { query } })]);
    for (const reader of readers) await reader.next();
    await city.record(aMatter('M 1'));
    for (const reader of readers) expect(await nextChange(reader)).toBe('M 1');

    expect(gateway.runs.figures).toMatchObject({ runs: 1, followers: 2 });
  });

  test('F05: a server that stops tells each reader where to go on, and ends', async () => {
    const reader = await open();
    const { id } = (await reader.next())!;
    await gateway.stop();

    expect(await reader.rest()).toMatchObject([failure('UNAVAILABLE', { resume: id }), complete]);
  });
});
