import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { append } from '../../../src/eventlog/append.js';
import type { NewEvent } from '../../../src/eventlog/event.js';
import { socketLimits } from '../../../src/gateway/limits/limit-table.js';
import { askingAs } from '../../support/access/asking-as.js';
import { demoToken } from '../../support/access/demo-token.js';
import { until } from '../../support/embedded/until.js';
import { eventually } from '../../support/eventlog/eventually.js';
import { drawnCity } from '../../support/intake/drawn-city.js';
import { ServedCity } from '../../support/intake/served-city.js';
import { changes, LedgerReader, type LedgerWish } from '../../support/live/ledger-reader.js';

const isFull = process.env['SCALE'] === 'full';
const flood = isFull ? 20_000 : 3_000;
const dropped = isFull ? 1_000 : 200;
/** So many of a flood happen in one transaction. */
const atOnce = 500;
const missed = 100;
const indexPool = 12;
/** Ten times as long as a thousand may take. */
const caughtUpMs = 100_000;

/** Ten of a matter's long title in each delivery: more than what the buffers of a connection swallow. */
const wide = changes(Array.from({ length: 10 }, (_, nth) => `m${nth}: matter { title }`).join(' '));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Bytes that the process holds on to, buffers included. */
const heldBytes = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

describe('many readers of one platform, with a book of what each was told', () => {
  let city: ServedCity;
  let matter: string;
  const readers: LedgerReader[] = [];
  beforeAll(async () => {
    city = await ServedCity.start(drawnCity);
    const { sql } = city.platform.running.databases.index;
    const grid = await askingAs(city.platform, {});
    const input = {
      idempotencyKey: randomUUID(),
      title: '路灯不亮'.repeat(50),
      grid: '990101001001001',
      category: { standard: 'light-2020', code: '0101' },
    };
    const { errors } = await grid.ask('mutation ($input: ReportMatterInput!) { reportMatter(input: $input) { __typename } }', { input });
    expect(errors).toEqual([]);
    const [row] = await sql.query<{ id: string }>(
      `with kept as (update matter set department = 'LIGHTHOUSE' where born_in = 'PLATFORM' returning id) select id from kept`,
    );
    matter = row!.id;
  }, 120_000);
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.drop();
    await eventually('all have left', () => figures().followers === 0);
  });
  afterAll(() => city?.stop());

  const figures = () => city.platform.running.liveRuns.figures;
  const index = () => city.platform.running.databases.index;
  const tokenOf = (subject: string): Promise<string> => demoToken(city.platform, { subject });
  const following = async (wish: LedgerWish): Promise<LedgerReader> => {
    const reader = new LedgerReader(wish);
    readers.push(reader);
    await reader.follow(city.platform.url);
    expect(reader.end).toBeNull();
    return reader;
  };
  let version = 1;
  const anEvent = (): NewEvent => ({
    ...({ topic: 'matter', kind: 'MATTER_CHANGED', subject: matter, version: (version += 1), department: 'LIGHTHOUSE' } as const),
    ...{ divisionCode: '990101001001', payload: { state: 'REPORTED' }, occurredAt: new Date() },
  });
  const happen = (count: number): Promise<void> =>
    index().transaction((sql) =>
      append(
        sql,
        Array.from({ length: count }, () => anEvent()),
      ),
    );
  const lastPosition = async (): Promise<number> => (await city.platform.running.eventLog.head()).position;
  const upTo = (reader: LedgerReader, position: number): Promise<void> =>
    eventually(`a reader has all up to ${position}`, () => reader.positions.at(-1) === position);
  const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  /** Lets so many things happen, a few at a time as fast as this reader follows; answers the positions that they got. */
  const flooded = async (count: number, by: LedgerReader, each: () => void = () => undefined): Promise<readonly number[]> => {
    const from = (await lastPosition()) + 1;
    for (let done = 0; done < count; done += atOnce) {
      await happen(atOnce);
      await upTo(by, from + done + atOnce - 1);
      each();
    }
    return range(from, from + count - 1);
  };

  test('A36: a thousand equal subscriptions of four principals are executed once an event', async () => {
    const tokens = await Promise.all(range(1, 4).map((nth) => tokenOf(`wide-${nth}`)));
    const sockets = tokens.flatMap((token) => range(1, 5).map(() => ({ token, subscriptions: socketLimits.subscriptions })));
    const all = await Promise.all(sockets.map(following));
    await eventually('all follow one stream', () => figures().runs === 1);
    const first = all[0]!;
    await happen(1);
    await eventually('all of them are told', () => all.every(({ taken }) => taken === socketLimits.subscriptions));
    const [before, beats] = [figures(), first.beats];
    await happen(20);
    await eventually('all of them are told', () => all.every(({ taken }) => taken === 21 * socketLimits.subscriptions));

    expect(before).toMatchObject({ runs: 1, followers: 1_000 });
    expect(figures().answersMade - before.answersMade).toBe(20 + first.beats - beats);
    const { figures: told } = (await (await fetch(`${city.platform.url}/readyz`)).json()) as { figures: object };
    expect(told).toMatchObject({ 'live-runs': 1, 'live-followers': 1_000 });
  });

  test('A53: who reads by name, or asks for what depends on who asks, shares with nobody', async () => {
    const asked = { query: changes('matter { nextSteps { mayTake } }') };
    const [one, other] = [
      await following({ ...asked, token: await tokenOf('one') }),
      await following({ ...asked, token: await tokenOf('other') }),
    ];
    await happen(1);
    await eventually('both are told', () => one.taken === 1 && other.taken === 1);

    expect(figures()).toMatchObject({ runs: 2, followers: 2 });
  });

  test('A53: what is read on condition is on the audit log for each reader by name', async () => {
    const purpose = '联合巡查';
    const steward = await askingAs(city.platform, { subject: 'steward', role: 'DATA_STEWARD', department: 'LIGHTHOUSE' });
    const input = {
      ...{ from: 'LIGHTHOUSE', to: 'ORCHARD', dataClass: 'MATTERS', attribute: 'CONDITIONAL', purposes: [purpose] },
      ...{ validFrom: city.platform.running.models.current().at, idempotencyKey: randomUUID() },
      ...{ document: '1号', organisation: '1199010000000001AJ', role: '数据专员' },
    };
    const { errors } = await steward.ask('mutation ($input: ShareDataInput!) { shareData(input: $input) { __typename } }', { input });
    expect(errors).toEqual([]);
    const names = ['gardener-1', 'gardener-2'];
    const tokens = await Promise.all(
      names.map((subject) => demoToken(city.platform, { subject, role: 'DEPARTMENT_HANDLER', department: 'ORCHARD' })),
    );
    const all = await Promise.all(tokens.map((token) => following({ token, purpose })));
    await happen(1);
    await eventually('both are told', () => all.every(({ taken }) => taken === 1));

    expect(figures()).toMatchObject({ runs: 2, followers: 2 });
    const lines = await index().sql.query<{ subject: string }>(
      `select subject from audit_entry where subject like 'gardener-%' and what::text like '%' || $1 || '%' order by subject`,
      [matter],
    );
    expect(lines.map(({ subject }) => subject)).toEqual(names);
  });

  test(`F16: one that never reads while ${flood} things happen is closed with its cursor; the others have all, and the process holds no more`, async () => {
    const silent = await following({ query: wide, token: await tokenOf('silent') });
    const others = await Promise.all(['quick-1', 'quick-2'].map(async (name) => following({ query: wide, token: await tokenOf(name) })));
    const warm = await flooded(500, others[0]!);
    await upTo(silent, warm.at(-1)!);
    const had = silent.told.length;
    silent.pause();
    const before = heldBytes();
    let most = 0;
    const happened = await flooded(flood, others[0]!, () => (most = Math.max(most, heldBytes() - before)));
    await upTo(others[1]!, happened.at(-1)!);
    for (const other of others) expect(other.positions).toEqual([...warm, ...happened]);
    expect(figures().followers).toBe(2);
    expect(most / 2 ** 20).toBeLessThan(20);

    silent.goOn();
    await eventually('it learns that it was closed', () => silent.end !== null);
    expect(silent.end).toEqual({ code: 1013, reason: `lagged, resume from ${silent.cursor}` });
    expect(silent.told.length - had).toBeLessThan(flood);
    await silent.follow(city.platform.url);
    await upTo(silent, happened.at(-1)!);
    expect(silent.positions).toEqual([...warm, ...happened]);
  }, 300_000);

  test(`F18: ${dropped} readers that are cut off and come back at once are all caught up, over no more connections than the pool has`, async () => {
    const tokens = await Promise.all(range(1, dropped / socketLimits.ofPrincipal).map((nth) => tokenOf(`dropped-${nth}`)));
    const all = await Promise.all(tokens.flatMap((token) => range(1, socketLimits.ofPrincipal).map(() => following({ token }))));
    const from = (await lastPosition()) + 1;
    await happen(10);
    await Promise.all(all.map((reader) => upTo(reader, from + 9)));
    for (const reader of all) reader.drop();
    await eventually('all are gone', () => figures().followers === 0);
    await happen(missed);
    const [, connections] = await Promise.all([
      Promise.all(all.map((reader) => reader.follow(city.platform.url))),
      mostConnections(() => all),
    ]);
    await happen(10);
    await Promise.all(all.map((reader) => upTo(reader, from + missed + 19)));

    for (const reader of all) expect(reader.positions).toEqual(range(from, from + missed + 19));
    await eventually('all follow one stream', () => figures().runs === 1);
    expect(connections).toBeLessThanOrEqual(indexPool);
  }, 300_000);

  /** The most connections of the index's pool that are seen until all these have caught up. */
  async function mostConnections(all: () => readonly LedgerReader[]): Promise<number> {
    let most = 0;
    await until(async () => {
      const [row] = await index().sql.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'allgrid city-index'`,
      );
      most = Math.max(most, row!.count);
      return all().every(({ told }) => told.length >= 10 + missed) ? true : null;
    }, caughtUpMs);
    return most;
  }

  test('F21: a transaction that somebody forgot is ended by the server, and the log goes on meanwhile', async () => {
    const reader = await following({});
    const from = (await lastPosition()) + 1;
    let isForgotten = true;
    const forgotten = index().transaction(async (sql) => {
      await sql.query('set local idle_in_transaction_session_timeout = 1000');
      await append(sql, [anEvent()]);
      await eventually('the others have gone on', () => reader.positions.at(-1) === from + 4);
      await eventually('it is ended', async () => !(await isIdle()));
      isForgotten = false;
    });
    const ended = forgotten.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    for (let nth = 0; nth < 5; nth += 1) await happen(1);
    await upTo(reader, from + 4);
    expect(isForgotten).toBe(true);

    expect(await ended).toMatchObject({ code: 'UNAVAILABLE' });
    await happen(1);
    await upTo(reader, from + 5);
    expect(reader.positions).toEqual(range(from, from + 5));
  });

  async function isIdle(): Promise<boolean> {
    const rows = await index().sql.query(
      `select from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and application_name = 'allgrid city-index'`,
    );
    return rows.length > 0;
  }
});
