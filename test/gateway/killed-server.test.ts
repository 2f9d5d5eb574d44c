import { until } from '../support/embedded/until.js';
import { aServedCity, type ServedCity } from '../support/loop/a-served-city.js';
import { organisations } from '../support/loop/loop-city.js';
import { type ServingProcess, startServing } from '../support/loop/start-serving.js';
import { SteppingClient } from '../support/loop/stepping-client.js';

const rounds = process.env['SCALE'] === 'full' ? 20 : 2;
const clients = 16;
const stepsBeforeTheKill = 60;

let city: ServedCity;
let server: ServingProcess | null = null;

beforeAll(async () => {
  city = await aServedCity();
}, 180_000);
afterAll(async () => {
  await server?.stop();
  await city.remove();
});

test(`F24: a server that is killed ${rounds} times while ${clients} clients move matters on loses no step that it acknowledged, and doubles none`, async () => {
  const stepping = Array.from({ length: clients }, () => new SteppingClient(city.tokens, organisations.lighthouse));
  server = await startServing(city.served);
  for (let round = 1; round <= rounds; round++) {
    const before = stepping.flatMap(({ acknowledged }) => acknowledged).length;
    const going = stepping.map((client) => client.goOn(server!.url));
    await until(() =>
      Promise.resolve(stepping.flatMap(({ acknowledged }) => acknowledged).length - before >= stepsBeforeTheKill ? true : null),
    );
    await server.kill();
    await Promise.all(going);
    server = await startServing(city.served);
    for (const client of stepping) await client.finish(server.url);
  }
  const promised = new Map<string, { version: number; state: string }>();
  for (const { matter, version, state } of stepping.flatMap(({ acknowledged }) => acknowledged)) promised.set(matter, { version, state });
  await until(async () => ((await city.rows('select from event_inbox limit 1')).length === 0 ? true : null));
  expect(await standing()).toEqual(promised);
  expect(await unsoundHistories()).toEqual([]);
  expect(await unsoundEvents()).toEqual([]);
}, 600_000);

/** Where every matter of the platform stands, by its id as clients know it. */
async function standing(): Promise<ReadonlyMap<string, { version: number; state: string }>> {
  const rows = await city.rows<{ id: string; version: number; state: string }>(
    `select id, version, state from matter where born_in = 'PLATFORM'`,
  );
  return new Map(rows.map(({ id, version, state }) => [Buffer.from(`PlatformMatter:${id}`).toString('base64url'), { version, state }]));
}

/** Matters whose history does not go from 1 to their version. */
function unsoundHistories(): Promise<readonly object[]> {
  return city.rows(`select matter.id, matter.version, array_agg(step.version order by step.version) as steps
      from matter left join matter_transition step on step.matter_id = matter.id where born_in = 'PLATFORM'
     group by matter.id having array_agg(step.version order by step.version) is distinct from
           (select array_agg(nth) from generate_series(1, matter.version) nth)`);
}

/** Matters that have not exactly one event a version. */
function unsoundEvents(): Promise<readonly object[]> {
  return city.rows(`select matter.id, matter.version, array_agg(event.version order by event.version) as events
      from matter left join event_log event on event.topic = 'matter' and event.subject = matter.id
       and event.kind in ('MATTER_RECORDED', 'MATTER_CHANGED') where born_in = 'PLATFORM'
     group by matter.id having array_agg(event.version order by event.version) is distinct from
           (select array_agg(nth) from generate_series(1, matter.version) nth)`);
}
