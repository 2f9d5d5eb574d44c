import { transactionsOn } from '../../../src/database/in-transaction.js';
import { openDatabase } from '../../../src/database/open-database.js';
import { sqlOf } from '../../../src/database/sql.js';
import { wireAccess, wireKeys } from '../../../src/features/access/wiring.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { silentLog } from '../../../src/kernel/log.js';
import { aPrincipal } from '../../support/access/a-principal.js';
import { onCluster } from '../../support/database/cluster-address.js';
import { until } from '../../support/embedded/until.js';
import { GraphqlClient } from '../../support/gateway/graphql-client.js';
import { LedgerReader, type LedgerWish } from '../../support/live/ledger-reader.js';
import { type NetworkedServer, TwoServers } from '../../support/live/two-servers.js';

const readersOfEach = process.env['SCALE'] === 'full' ? 50 : 10;
/** Rights end within a second on every process; a wait for it fails at ten times that. */
const rightsMs = 10_000;

describe('two servers of one city on one database', () => {
  let city: TwoServers;
  let one: NetworkedServer;
  let other: NetworkedServer;
  const readers: LedgerReader[] = [];
  beforeAll(async () => {
    city = await TwoServers.make();
    [one, other] = await Promise.all([city.start(), city.start()]);
  }, 180_000);
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.drop();
  });
  afterAll(() => city?.remove());

  const following = async ({ process }: NetworkedServer, wish: LedgerWish = {}): Promise<LedgerReader> => {
    const reader = new LedgerReader(wish);
    readers.push(reader);
    await reader.follow(process.url);
    expect([reader.end, reader.errors]).toEqual([null, []]);
    return reader;
  };
  const crowd = async (server: NetworkedServer): Promise<readonly LedgerReader[]> => {
    const tokens = await Promise.all(Array.from({ length: readersOfEach }, (_, nth) => city.token({ subject: `crowd-${nth}` })));
    return Promise.all(tokens.map((token) => following(server, { token })));
  };
  const lastPosition = async (): Promise<number> => (await city.logAfter(0)).at(-1)?.position ?? 0;
  /** Waits until readers have all that happened after a position, and looks that each has it once, in order, and was told of no gap. */
  const expectAll = async (all: readonly LedgerReader[], after: number, acknowledged: readonly string[]): Promise<void> => {
    const log = await city.logAfter(after);
    expect(log.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining([...acknowledged]));
    const last = log.at(-1)!.position;
    await until(() => Promise.resolve(all.every(({ told }) => told.at(-1)?.position === last) ? true : null));
    const expected = log.map(({ position, eventId }) => ({ position, eventId }));
    for (const { told, gaps } of all) {
      expect(told.map(({ position, eventId }) => ({ position, eventId }))).toEqual(expected);
      expect(gaps).toEqual([]);
    }
  };

  test('a cursor of the one goes on at the other, and back', async () => {
    const after = await lastPosition();
    const reader = await following(one);
    const acknowledged = [...(await city.report(other, (count) => count < 5))];
    await expectAll([reader], after, acknowledged);
    reader.drop();
    acknowledged.push(...(await city.report(one, (count) => count < 5)));
    await reader.follow(other.process.url);
    await expectAll([reader], after, acknowledged);
    reader.drop();
    acknowledged.push(...(await city.report(other, (count) => count < 5)));
    await reader.follow(one.process.url);
    await expectAll([reader], after, acknowledged);
  });

  describe('rights that end', () => {
    const ended = (reader: LedgerReader): Promise<number> => until(() => Promise.resolve(reader.end?.code ?? null), rightsMs);

    test('A47: a key that is revoked ends its sockets on both', async () => {
      const source = await openDatabase({
        name: 'cabinet',
        url: onCluster(city.index),
        entities: [],
        migrations: [],
        log: silentLog,
        poolSize: 2,
      });
      const sql = sqlOf(source);
      const house = { sql, clock: systemClock, log: silentLog };
      const { cabinet } = wireKeys({ ...wireAccess(sql, systemClock), ...house, inTransaction: transactionsOn(source) });
      const by = { principal: aPrincipal([], { subject: 'security', role: 'SECURITY_ADMINISTRATOR' as const }), requestId: 'request-1' };
      const machine = {
        subject: 'screen',
        role: 'SCREEN' as const,
        department: null,
        organisation: null,
        divisions: ['990100'],
        grids: [],
      };
      const { key, text } = await cabinet.create({ ...machine, acts: null, networks: [], expiresAt: null }, by);
      const all = [one, other].map(async ({ process }) => {
        const reader = new LedgerReader({ token: text });
        readers.push(reader);
        // Held by each process within a second of being made.
        await until(async () => {
          await reader.follow(process.url);
          return reader.end === null ? true : null;
        }, rightsMs);
        return reader;
      });
      const sockets = await Promise.all(all);
      await cabinet.revoke(key.id, by);

      expect(await Promise.all(sockets.map(ended))).toEqual([4403, 4403]);
      await source.destroy();
    });

    test('A47: a token that expires ends its sockets on both', async () => {
      const token = await city.token({ seconds: 2 });
      const sockets = await Promise.all([one, other].map((server) => following(server, { token })));

      expect(await Promise.all(sockets.map(ended))).toEqual([4403, 4403]);
    });

    test('A52: what an office shares no more is told on neither, once either has taken it back', async () => {
      const steward = new GraphqlClient(
        one.process.url,
        await city.token({ subject: 'steward', role: 'DATA_STEWARD', department: 'LIGHTHOUSE' }),
      );
      const words = { idempotencyKey: '', document: '1号', organisation: '1199010000000001AJ', role: '数据专员' };
      const decide = async (name: string, input: object): Promise<{ readonly id: string; readonly version: number }> => {
        const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
        const { answer } = await steward.data<{ answer: { grant: { id: string; version: number } } }>(
          `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ... on SharingChanged { grant { id version } } } }`,
          { input: { ...words, idempotencyKey: name, ...input } },
        );
        return answer.grant;
      };
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const granted = {
        from: 'LIGHTHOUSE',
        to: 'ORCHARD',
        dataClass: 'MATTERS',
        attribute: 'UNCONDITIONAL',
        purposes: [],
        validFrom: today,
      };
      const grant = await decide('shareData', granted);
      const token = await city.token({ subject: 'gardener', role: 'DEPARTMENT_HANDLER', department: 'ORCHARD' });
      const all = await Promise.all([one, other].map((server) => following(server, { token })));
      const [shared, own] = await Promise.all([matterOf('LIGHTHOUSE'), matterOf('ORCHARD')]);
      await until(async () => {
        const position = await happened(shared);
        return all.every(({ positions }) => positions.includes(position)) ? true : null;
      }, rightsMs);

      await decide('withdrawSharing', { grant: grant.id, expectedVersion: grant.version });
      let last = 0;
      await until(async () => {
        last = await happened(shared);
        const bound = await happened(own);
        await until(() => Promise.resolve(all.every(({ positions }) => positions.includes(bound)) ? true : null));
        return all.some(({ positions }) => positions.includes(last)) ? null : true;
      }, rightsMs);
      const later = [await happened(shared), await happened(shared)];
      const bound = await happened(own);
      await until(() => Promise.resolve(all.every(({ positions }) => positions.includes(bound)) ? true : null));
      for (const { positions } of all) for (const position of [last, ...later]) expect(positions).not.toContain(position);
    });

    async function matterOf(office: string): Promise<string> {
      const [eventId] = await city.report(one, (count) => count < 1);
      const [row] = await city.asked<{ subject: string }>(
        `with one as (select subject from event_log where event_id = $1),
              kept as (update matter set department = $2 where id = (select subject from one)) select subject from one`,
        [eventId, office],
      );
      return row!.subject;
    }

    /** Lets something happen to a matter; answers the position that it got. */
    async function happened(matter: string): Promise<number> {
      const [row] = await city.asked<{ id: string }>(
        `insert into event_inbox (event_id, topic, kind, subject, version, department, division_code, payload, occurred_at)
         select gen_random_uuid(), 'matter', 'MATTER_CHANGED', id, 2, department, division_code, '{}', now() from matter where id = $1
         returning event_id as id`,
        [matter],
      );
      return until(
        async () =>
          (await city.asked<{ position: number }>('select position::int as position from event_log where event_id = $1', [row!.id]))[0]
            ?.position ?? null,
      );
    }
  });

  let copy: { readonly index: string; readonly cursors: readonly string[] };

  test('F06: while the database goes away and comes back under them and a writer, readers lose and double nothing', async () => {
    const after = await lastPosition();
    const all = [...(await crowd(one)), ...(await crowd(other))];
    let acknowledged = 0;
    let isBack = false;
    const writing = city.report(one, (count) => {
      acknowledged = count;
      return !isBack || count < 60;
    });
    await until(() => Promise.resolve(acknowledged >= 30 ? true : null));
    for (const { network } of [one, other]) network.becomes('refuses');
    copy = await city.whileShut(async () => ({ index: await city.copied(), cursors: [] }));
    for (const { network } of [one, other]) network.becomes('passes');
    isBack = true;

    await expectAll(all, after, await writing);
    copy = { ...copy, cursors: all.slice(0, 2).map(({ cursor }) => cursor!) };
    expect(all.map(({ end }) => end)).toEqual(all.map(() => null));
  });

  test('F23: readers of one that is cut off from the database go on at the other, and come back when it is healed', async () => {
    const after = await lastPosition();
    const all = await crowd(other);
    const acknowledged = [...(await city.report(one, (count) => count < 5))];
    await expectAll(all, after, acknowledged);
    other.network.becomes('refuses');
    await until(async () => ((await fetch(`${other.process.url}/readyz`)).status === 503 ? true : null));
    acknowledged.push(...(await city.report(one, (count) => count < 10)));
    // What tells them is silence; a reader that does not wait for it is as well served.
    for (const reader of all) reader.drop();
    await Promise.all(all.map((reader) => reader.follow(one.process.url)));
    await expectAll(all, after, acknowledged);

    other.network.becomes('passes');
    await until(async () => ((await fetch(`${other.process.url}/readyz`)).status === 200 ? true : null));
    for (const reader of all) reader.drop();
    await Promise.all(all.map((reader) => reader.follow(other.process.url)));
    acknowledged.push(...(await city.report(one, (count) => count < 5)));
    await expectAll(all, after, acknowledged);
  });

  test('F24: what was committed and not yet sent when a server was killed is told once by the other', async () => {
    const after = await lastPosition();
    const all = await crowd(other);
    const acknowledged = [...(await city.report(one, (count) => count < 5))];
    await expectAll(all, after, acknowledged);
    other.process.freeze();
    acknowledged.push(...(await city.report(one, (count) => count < 20)));
    await other.process.kill();
    await until(() => Promise.resolve(all.every(({ end }) => end !== null) ? true : null));
    await Promise.all(all.map((reader) => reader.follow(one.process.url)));

    await expectAll(all, after, acknowledged);
  });

  test('F28: on a copy of the database old cursors are told of a gap, and go on behind it', async () => {
    const onCopy = await city.start(copy.index);
    const all = await Promise.all(
      copy.cursors.map(async (cursor) => {
        const reader = new LedgerReader({ token: await city.token({ subject: 'crowd-0' }) });
        readers.push(reader);
        reader.cursor = cursor;
        await reader.follow(onCopy.process.url);
        return reader;
      }),
    );
    expect(all.map(({ gaps }) => gaps.map(({ from, reason }) => [from, reason]))).toEqual(
      copy.cursors.map((from) => [[from, 'EPOCH_CHANGED']]),
    );
    const acknowledged = await city.report(onCopy, (count) => count < 5);
    await until(() => Promise.resolve(all.every(({ told }) => told.length >= 5) ? true : null));

    for (const { told } of all) expect(told.slice(-5).map(({ eventId }) => eventId)).toEqual(acknowledged);
  });
});
