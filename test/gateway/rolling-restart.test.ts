import WebSocket from 'ws';

import { type Following, type LiveClient, liveClient, type LiveEvent, streamMarks } from '../../src/client/index.js';
import { until } from '../support/embedded/until.js';
import { eventually } from '../support/eventlog/eventually.js';
import { aServedCity, type ServedCity } from '../support/loop/a-served-city.js';
import { organisations } from '../support/loop/loop-city.js';
import { type ServingProcess, startServing } from '../support/loop/start-serving.js';
import { SteppingClient } from '../support/loop/stepping-client.js';

const clients = 4;
const stepsBetween = 30;
const longestStopMs = 10_000;
const query = `subscription ($after: Cursor) { matterEvents(after: $after) { ${streamMarks} ... on MatterEvent { cursor eventId } } }`;

let city: ServedCity;
const servers: ServingProcess[] = [];

beforeAll(async () => {
  city = await aServedCity();
}, 180_000);
afterAll(async () => {
  for (const server of servers) await server.kill();
  await city.remove();
});

/** A client that notes what it is told, and comes to whichever server there is. */
class Ledger {
  readonly eventIds: string[] = [];
  readonly problems: unknown[] = [];
  readonly following: Following;
  readonly client: LiveClient;
  #place: number;

  constructor(transport: 'websocket' | 'sse', place: number, urls: () => readonly string[]) {
    this.#place = place;
    this.client = liveClient({ url: () => urls()[this.#place++ % urls().length]!, transport, webSocketImpl: WebSocket });
    this.following = this.client.follow<LiveEvent & { readonly eventId: string }>({
      query,
      onEvent: ({ eventId }) => void this.eventIds.push(eventId),
      onGap: (gap) => void this.problems.push(gap),
      onRefused: (refusal) => void this.problems.push(refusal),
    });
  }
}

/** The ids of all changes of matters, in their order, as soon as none waits for its position. */
async function loggedIds(): Promise<readonly string[]> {
  await until(async () => ((await city.rows('select from event_inbox limit 1')).length === 0 ? true : null));
  const rows = await city.rows<{ id: string }>(`select event_id as id from event_log where topic = 'matter' order by position`);
  return rows.map(({ id }) => id);
}

test('F05: servers that are restarted one after the other under load end well within their time, and lose nobody an event or a step', async () => {
  const [first, second] = await Promise.all([startServing(city.served), startServing(city.served)]);
  servers.push(first, second);
  let there: readonly ServingProcess[] = [first, second];
  const before = await loggedIds();
  const ledgers = Array.from(
    { length: 6 },
    (_, place) => new Ledger(place % 2 === 0 ? 'websocket' : 'sse', place >> 1, () => there.map(({ url }) => url)),
  );
  for (const { following } of ledgers) await eventually('it is live', () => following.state.phase === 'LIVE');

  const stepping = Array.from({ length: clients }, () => new SteppingClient(city.tokens, organisations.lighthouse));
  const acknowledged = (): number => stepping.flatMap((client) => client.acknowledged).length;
  const some = async (): Promise<void> => {
    const since = acknowledged();
    await until(() => Promise.resolve(acknowledged() - since >= stepsBetween ? true : null));
  };
  const drained = async (server: ServingProcess): Promise<void> => {
    there = there.filter((one) => one !== server);
    const since = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - since).toBeLessThan(longestStopMs);
  };
  const going = stepping.map(async (client) => {
    for (const server of [first, second]) {
      await client.finish(server.url);
      await client.goOn(server.url);
    }
    await client.finish(third.url);
  });
  await some();
  await drained(first);
  const third = await startServing(city.served);
  servers.push(third);
  there = [...there, third];
  await some();
  await drained(second);
  await Promise.all(going);

  const told = (await loggedIds()).slice(before.length);
  expect(told.length).toBeGreaterThanOrEqual(acknowledged());
  for (const { eventIds } of ledgers) await eventually('all has come', () => eventIds.length >= told.length);
  for (const { eventIds, problems, client } of ledgers) {
    client.close();
    expect([eventIds, problems]).toEqual([told, []]);
  }
  expect(await lostSteps(stepping)).toEqual([]);
}, 300_000);

/** Steps that a client was promised and that the city does not have. */
async function lostSteps(stepping: readonly SteppingClient[]): Promise<readonly unknown[]> {
  const rows = await city.rows<{ id: string; version: number }>('select matter_id as id, version from matter_transition');
  const kept = new Set(rows.map(({ id, version }) => `${Buffer.from(`PlatformMatter:${id}`).toString('base64url')} ${version}`));
  return stepping.flatMap(({ acknowledged }) => acknowledged).filter(({ matter, version }) => !kept.has(`${matter} ${version}`));
}
